import { fork, type ChildProcess } from 'node:child_process';
import { closeSync, openSync } from 'node:fs';
import { once } from 'node:events';

export interface ReplicaCommand {
  readonly name: string;
  readonly entry: string;
  readonly env: Record<string, string>;
  readonly log: string;
}

const nodeFlags = ['--max-semi-space-size=2', '--max-old-space-size=128', '--disable-warning=TimeoutNegativeWarning'];

/** One process of a service. Ends with us, by its channel. */
export class Replica {
  private readonly child: ChildProcess;
  private port = 0;

  constructor(readonly command: ReplicaCommand) {
    const log = openSync(command.log, 'a', 0o600);
    this.child = fork(command.entry, [], {
      execArgv: nodeFlags,
      env: command.env,
      stdio: ['ignore', log, log, 'ipc'],
    });
    closeSync(log);
  }

  get pid(): number {
    return this.child.pid ?? 0;
  }

  get url(): string {
    return `http://127.0.0.1:${this.port}`;
  }

  isAlive(): boolean {
    return this.child.exitCode === null && this.child.signalCode === null;
  }

  /** What ended it: a signal, or a code. */
  get end(): string {
    return this.child.signalCode ?? `code ${String(this.child.exitCode)}`;
  }

  ready(): Promise<void> {
    return new Promise((resolve, reject) => {
      this.child.on('message', (message: { type?: string; port?: number }) => {
        if (message.type !== 'ready') return;
        this.port = message.port ?? 0;
        resolve();
      });
      this.child.once('exit', () => {
        reject(new Error(`${this.command.name} did not start; its log is ${this.command.log}`));
      });
    });
  }

  /** Arms its failpoints in place of all that were armed, and resolves when it has done so. A dead process is left alone. */
  async arm(failpoints: string): Promise<void> {
    if (!this.isAlive()) return;
    const done = new Promise<void>((resolve) => {
      const onMessage = ({ type, text }: { type?: string; text?: string }): void => {
        if (type !== 'failpoints' || text !== failpoints) return;
        this.child.off('message', onMessage);
        resolve();
      };
      this.child.on('message', onMessage);
      this.child.once('exit', () => resolve());
    });
    this.child.send({ type: 'failpoints', text: failpoints }, () => undefined);
    await done;
  }

  async ended(): Promise<void> {
    if (this.isAlive()) await once(this.child, 'exit');
  }

  async stop(signal: NodeJS.Signals): Promise<void> {
    if (!this.isAlive()) return;
    const ended = this.ended();
    this.child.kill(signal);
    await ended;
  }
}
