import type { Server } from 'node:http';

const sweepMs = 50;
/** After this long, whoever still holds a connection loses it, so that the shutdown ends in time. */
const cutMs = 15_000;

/**
 * Closing a server lets the requests that run end, but Node then waits for their kept-alive connections too. Here idle
 * ones go at once and busy ones as soon as they become idle. The two frameworks' own switches would cut running requests.
 */
export function drainOnClose(server: Server): void {
  const close = server.close.bind(server);
  server.close = (callback) => {
    const sweep = setInterval(() => server.closeIdleConnections(), sweepMs).unref();
    const cut = setTimeout(() => server.closeAllConnections(), cutMs).unref();
    return close((error) => {
      clearInterval(sweep);
      clearTimeout(cut);
      callback?.(error);
    });
  };
}
