/**
 * Named places where a fault test may hurt this process: FAILPOINTS="relay.after-send=kill:3;consumer.in-transaction=throw"
 * is "at the third passing of relay.after-send, die as `kill -9` would". Without FAILPOINTS every call is a no-op.
 */
type Action = { name: 'kill' } | { name: 'stop' } | { name: 'throw' } | { name: 'sleep'; ms: number };

interface Failpoint {
  action: Action;
  /** The passing at which it fires, counted from 1; undefined = every one. */
  hit: number | undefined;
  passed: number;
}

const armed = new Map<string, Failpoint>();
loadFailpoints(process.env);

export class FailpointError extends Error {
  override readonly name = 'FailpointError';
}

export async function failpoint(name: string): Promise<void> {
  if (armed.size === 0) return;
  const point = armed.get(name);
  if (!point) return;
  point.passed += 1;
  if (point.hit !== undefined && point.passed !== point.hit) return;
  await fire(name, point.action);
}

/** `name=action[:hit]`, several divided by `;`. Actions: kill, stop (SIGSTOP), throw, sleep(ms). */
export function armFailpoints(text: string): void {
  for (const part of text.split(';').filter((entry) => entry.trim() !== '')) {
    const match = /^([a-z0-9.-]+)=(kill|stop|throw|sleep\((\d+)\))(?::(\d+))?$/.exec(part.trim());
    if (!match) throw new Error(`FAILPOINTS: cannot read ${JSON.stringify(part)}; expected name=action[:hit]`);
    const [, name, word, ms, hit] = match;
    const action: Action = ms ? { name: 'sleep', ms: Number(ms) } : { name: word as 'kill' | 'stop' | 'throw' };
    armed.set(name!, { action, hit: hit ? Number(hit) : undefined, passed: 0 });
  }
}

export function clearFailpoints(): void {
  armed.clear();
}

function loadFailpoints(env: NodeJS.ProcessEnv): void {
  if (!env.FAILPOINTS) return;
  if (env.CONNECT_PROFILE === 'production') throw new Error('FAILPOINTS is for fault tests, never for production');
  armFailpoints(env.FAILPOINTS);
}

async function fire(name: string, action: Action): Promise<void> {
  switch (action.name) {
    case 'throw':
      throw new FailpointError(`Failpoint ${name}`);
    case 'sleep':
      return new Promise((resolve) => setTimeout(resolve, action.ms));
    case 'stop':
      process.kill(process.pid, 'SIGSTOP');
      return;
    case 'kill':
      process.kill(process.pid, 'SIGKILL');
      // The signal is on its way; nothing after this point may happen.
      return new Promise(() => undefined);
  }
}
