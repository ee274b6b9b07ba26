import type { IncomingMessage, ServerResponse } from 'node:http';
import { collectDefaultMetrics, register } from 'prom-client';
import { readiness } from './health';

let collecting = false;

/**
 * `/health/live`, `/health/ready` and `/metrics`, answered before any routing, guard or log. They are for the operator's
 * network: the gateway's own process listens for them on its inner address only.
 */
export function operations(request: IncomingMessage, response: ServerResponse, next: () => void): void {
  const path = request.url?.split('?', 1)[0];
  if (request.method !== 'GET') return next();
  if (path === '/health/live') return json(response, 200, { status: 'live' });
  if (path === '/health/ready') {
    readiness()
      .then((state) => json(response, state.status === 'not_ready' ? 503 : 200, state))
      .catch(() => json(response, 503, { status: 'not_ready', checks: {} }));
    return;
  }
  if (path === '/metrics') {
    if (!collecting) collectDefaultMetrics();
    collecting = true;
    sendMetrics(request, response).catch(() => json(response, 500, {}));
    return;
  }
  next();
}

/** Prometheus asks for text; the page of the operator asks for the same numbers as JSON. */
async function sendMetrics(request: IncomingMessage, response: ServerResponse): Promise<void> {
  if (request.headers.accept === 'application/json') return json(response, 200, await register.getMetricsAsJSON());
  const text = await register.metrics();
  response.writeHead(200, { 'content-type': register.contentType });
  response.end(text);
}

function json(response: ServerResponse, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json', 'cache-control': 'no-store' });
  response.end(JSON.stringify(body));
}
