import { createHash } from 'node:crypto';
import { mkdirSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { explainSystemError } from './start-error';

/** The checkout: this file is compiled to deploy/local/dist and tested from deploy/local/src, both three levels down. */
export const checkout = resolve(__dirname, '..', '..', '..');

/**
 * Where one running system keeps everything it writes. The default lies in the checkout, so that a restart finds its
 * data; CONNECT_HOME moves it, so that two systems can run side by side.
 */
export class Home {
  readonly root: string;

  constructor(root: string) {
    this.root = resolve(root);
  }

  static fromEnvironment(env: NodeJS.ProcessEnv = process.env): Home {
    return new Home(env.CONNECT_HOME ?? join(checkout, '.local'));
  }

  /** Short name of this home, used where something outside of it must not be shared with another home. */
  get id(): string {
    return createHash('sha256').update(this.root).digest('hex').slice(0, 12);
  }

  /** Stands in the command line of this home's processes; the closing slash keeps /a from meaning /ab. */
  get mark(): string {
    return `--home=${this.root}/`;
  }

  get stateFile(): string {
    return join(this.root, 'run.json');
  }

  get lockFile(): string {
    return join(this.root, 'run.lock');
  }

  get logs(): string {
    return join(this.root, 'logs');
  }

  get pids(): string {
    return join(this.root, 'pids');
  }

  get secrets(): string {
    return join(this.root, 'secrets');
  }

  get kafka(): string {
    return join(this.root, 'kafka');
  }

  get mail(): string {
    return join(this.root, 'mail');
  }

  log(name: string): string {
    return join(this.logs, `${name}.log`);
  }

  /**
   * Others may pass through the home (as root PostgreSQL runs as another user, whose data folder lies inside), but may
   * not list it; what is secret has a folder of its own that is closed.
   */
  prepare(): void {
    try {
      mkdirSync(this.root, { recursive: true, mode: 0o711 });
      for (const folder of [this.logs, this.pids, this.secrets, this.kafka, this.mail]) {
        mkdirSync(folder, { recursive: true, mode: 0o700 });
      }
    } catch (error) {
      throw explainSystemError(error, this.root);
    }
  }
}

/** Things that can be fetched again, shared by every home of this checkout (the broker's jars, Node's compile cache). */
export const cacheFolder = join(checkout, '.local');
