import { Histogram } from 'prom-client';
import type { PinoLogger } from '../logging/logger';

const durations = new Histogram({
  name: 'http_request_duration_seconds',
  help: 'Time from the first byte of a request to the last of its answer, by route pattern',
  labelNames: ['method', 'route', 'status'],
  buckets: [0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 10],
});

export interface FinishedRequest {
  method: string;
  /** The pattern, never the path: a path may hold ids and link tokens, and has no bound as a label. */
  route: string | undefined;
  status: number;
  seconds: number;
}

export function recordRequest(logger: PinoLogger, { method, route = 'none', status, seconds }: FinishedRequest): void {
  durations.observe({ method, route, status }, seconds);
  if (logger.isLevelEnabled('debug'))
    logger.debug({ method, route, status, ms: Math.round(seconds * 1000) }, 'Answered');
}
