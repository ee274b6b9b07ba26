import net from 'node:net';
import type { ISocketFactory } from 'kafkajs';

/**
 * For fault tests: every connection goes to one proxy, whatever address a broker advertises. The proxy stands before a
 * single broker, so nothing in the protocol has to be rewritten.
 */
export function connectVia(address: string): ISocketFactory {
  const [host, port] = address.split(':');
  return ({ onConnect }) => {
    const socket = net.connect({ host, port: Number(port) }, onConnect);
    socket.setKeepAlive(true, 60_000);
    return socket;
  };
}
