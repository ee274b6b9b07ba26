import { Gauge, Histogram } from 'prom-client';
import type { ClientOptions, RateUsage } from './capabilities/client-options';

const calls = new Histogram({
  name: 'platform_call_seconds',
  help: 'Calls of the platforms and what came of them: ok, or the kind of the failure',
  labelNames: ['api', 'operation', 'outcome'],
  buckets: [0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10],
});

/** Last words by allowance. Only what the whole app shares: an account is no label, neither by number nor by name. */
const allowances = new Map<string, RateUsage>();

new Gauge({
  name: 'platform_allowance_used_percent',
  help: 'Share of an allowance of our app that is used up, as the platform said last; 0 when it has begun anew',
  labelNames: ['api', 'bucket'],
  collect() {
    for (const { api, bucket = 'calls', percent, regainAt } of allowances.values()) {
      const begunAnew = regainAt !== null && regainAt.getTime() <= Date.now();
      this.set({ api, bucket }, begunAnew ? 0 : percent);
    }
  },
});

/** The options, and everything that a client with them does and is told is counted in prom-client's default registry. */
export function counted(options: ClientOptions): ClientOptions {
  return {
    ...options,
    onCall(call) {
      const { api, operation, outcome, milliseconds } = call;
      calls.observe({ api, operation, outcome }, milliseconds / 1000);
      options.onCall?.(call);
    },
    onUsage(usage) {
      if (usage.scope === 'app') allowances.set(`${usage.api} ${usage.bucket ?? ''}`, usage);
      options.onUsage?.(usage);
    },
  };
}
