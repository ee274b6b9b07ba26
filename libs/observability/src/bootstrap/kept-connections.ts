/**
 * An idle connection is let go by whoever calls, long before the other side does it: a request that meets a closing connection is lost, and
 * not every request may be sent again. The distance is large because undici counts in ticks of half a second, and on a busy machine its
 * clock runs late. Services keep connections for longer than the minute of the usual load balancers, for the same reason.
 */
export const servicesKeepMs = 75_000;

/** For an Agent or Pool of undici: the largest time has to be said too, else it keeps a connection for as long as the other side offers. */
export const keptConnections = { keepAliveTimeout: 20_000, keepAliveMaxTimeout: 20_000 } as const;
