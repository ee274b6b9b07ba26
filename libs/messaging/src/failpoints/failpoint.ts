/**
 * Named places where a fault test may hurt this process: FAILPOINTS="relay.after-send=kill:3;consumer.in-transaction=throw"
 * is "at the third passing of relay.after-send, die as `kill -9` would". `name@key` means the passings of one key only,
 * such as one account's. FAILPOINTS=remote arms nothing yet and lets the parent process do it over the channel between
 * them, at the moment that suits the test. Without FAILPOINTS every call is a no-op.
 */
type Action = { name: 'kill' | 'stop' | 'throw' | 'type-error' } | { name: 'sleep'; ms: number };

interface Failpoint {
  action: Action;
  /** Undefined: whatever the key. */
  key: string | undefined;
  /** The passing at which it fires, counted from 1; undefined = every one. */
  hit: number | undefined;
  passed: number;
}

const armed = new Map<string, Failpoint>();
loadFailpoints(process.env);

export class FailpointError extends Error {
  override readonly name = 'FailpointError';
}

export async function failpoint(name: string, key?: string): Promise<void> {
  if (armed.size === 0) return;
  const point = armed.get(name);
  if (!point || (point.key !== undefined && point.key !== key)) return;
  point.passed += 1;
  if (point.hit !== undefined && point.passed !== point.hit) return;
  await fire(name, point.action);
}

/** `name[@key]=action[:hit]`, several divided by `;`. Actions: kill, stop (SIGSTOP), throw, type-error, sleep(ms). */
export function armFailpoints(text: string): void {
  for (const part of text.split(';').filter((entry) => entry.trim() !== '')) {
    const match = /^([a-z0-9.-]+)(?:@([\w.-]+))?=(kill|stop|throw|type-error|sleep\((\d+)\))(?::(\d+))?$/.exec(
      part.trim(),
    );
    if (!match) throw new Error(`FAILPOINTS: cannot read ${JSON.stringify(part)}; expected name[@key]=action[:hit]`);
    const [, name, key, word, ms, hit] = match;
    const action: Action = ms ? { name: 'sleep', ms: Number(ms) } : { name: word as Exclude<Action['name'], 'sleep'> };
    armed.set(name!, { action, key, hit: hit ? Number(hit) : undefined, passed: 0 });
  }
}

export function clearFailpoints(): void {
  armed.clear();
}

/** What a parent sends to a process with FAILPOINTS=remote; the process answers with the same message when it is done. */
export interface ArmMessage {
  type: 'failpoints';
  /** Replaces all that is armed; empty disarms. */
  text: string;
}

/** Exported for its test. */
export function loadFailpoints(env: NodeJS.ProcessEnv): void {
  if (!env.FAILPOINTS) return;
  if (env.CONNECT_PROFILE === 'production') throw new Error('FAILPOINTS is for fault tests, never for production');
  if (env.FAILPOINTS !== 'remote') return armFailpoints(env.FAILPOINTS);
  process.on('message', (message) => {
    if (!isArmMessage(message)) return;
    clearFailpoints();
    armFailpoints(message.text);
    process.send?.(message);
  });
}

function isArmMessage(message: unknown): message is ArmMessage {
  return typeof message === 'object' && message !== null && (message as Partial<ArmMessage>).type === 'failpoints';
}

async function fire(name: string, action: Action): Promise<void> {
  switch (action.name) {
    case 'throw':
      throw new FailpointError(`Failpoint ${name}`);
    case 'type-error':
      // What a mistake in a handler looks like, to everything around it.
      throw new TypeError(`Failpoint ${name} is not a function`);
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
