import { connect as netConnect } from 'node:net';
import tls from 'node:tls';
import type { LoopbackPlatform } from './loopback-platform';

/**
 * Leads every TLS connection of this process to a loopback server, without TLS, so that clients with their default
 * configuration can be watched at the socket. The server sees the real host in the `host` header.
 */
export function leadDefaultHostsTo(platform: LoopbackPlatform): () => void {
  const port = Number(new URL(platform.url).port);
  const fake = () => {
    const socket = netConnect(port, '127.0.0.1');
    socket.once('connect', () => socket.emit('secureConnect'));
    return socket as tls.TLSSocket;
  };
  const spy = jest.spyOn(tls, 'connect').mockImplementation(fake);
  return () => spy.mockRestore();
}
