/** One thing a service needs. `required` ones make it not ready; the others only show as degraded. */
export interface ReadinessCheck {
  name: string;
  required: boolean;
  /** Rejects, or takes longer than 2 s: the thing is down. */
  check: () => Promise<unknown>;
}

export interface Readiness {
  status: 'ready' | 'degraded' | 'not_ready';
  checks: Record<string, 'up' | 'down'>;
}

const checks = new Map<string, ReadinessCheck>();

/** Adds a check of this process. Broker trouble belongs under `required: false`: the outbox keeps what it can't send. */
export function registerReadinessCheck(check: ReadinessCheck): () => void {
  checks.set(check.name, check);
  return () => checks.delete(check.name);
}

export async function readiness(): Promise<Readiness> {
  const results = await Promise.all([...checks.values()].map(async (check) => ({ check, up: await isUp(check) })));
  const down = results.filter((result) => !result.up);
  return {
    status: down.some(({ check }) => check.required) ? 'not_ready' : down.length > 0 ? 'degraded' : 'ready',
    checks: Object.fromEntries(results.map(({ check, up }) => [check.name, up ? 'up' : 'down'])),
  };
}

async function isUp({ check }: ReadinessCheck): Promise<boolean> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => reject(new Error('no answer within 2 s')), 2_000);
  });
  try {
    await Promise.race([check(), tooLate]);
    return true;
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
}
