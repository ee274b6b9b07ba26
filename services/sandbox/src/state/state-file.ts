import { mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { newState, type SandboxState } from './sandbox-state';

const WRITE_AFTER_MS = 300;
/** The larger the state, the longer a write takes: it may cost a twentieth of the time. */
const PAUSE_PER_WRITE = 20;

/**
 * The state and where it is kept. Whoever changes the state calls `changed()`; writes are gathered and replace the file
 * in one step, so a kill leaves the old or the new one. Without a path nothing is kept.
 */
export class StateFile {
  readonly state: SandboxState;
  private timer: NodeJS.Timeout | undefined;
  private lastWriteMs = 0;

  constructor(
    private readonly path: string | undefined,
    private readonly realNow: () => number = Date.now,
  ) {
    this.state = this.read() ?? newState(realNow());
  }

  changed(): void {
    if (this.path === undefined) return;
    this.timer ??= setTimeout(() => this.save(), Math.max(WRITE_AFTER_MS, PAUSE_PER_WRITE * this.lastWriteMs));
  }

  /** Back to the first moment, in place: everybody holds this same object. */
  reset(): void {
    Object.assign(this.state, newState(this.realNow()));
    this.changed();
  }

  save(): void {
    clearTimeout(this.timer);
    this.timer = undefined;
    if (this.path === undefined) return;
    const begun = performance.now();
    mkdirSync(dirname(this.path), { recursive: true });
    writeFileSync(`${this.path}.new`, JSON.stringify(this.state), { mode: 0o600 });
    renameSync(`${this.path}.new`, this.path);
    this.lastWriteMs = performance.now() - begun;
  }

  private read(): SandboxState | undefined {
    if (this.path === undefined) return undefined;
    try {
      const state = JSON.parse(readFileSync(this.path, 'utf8')) as SandboxState;
      return state.version === 1 ? completed(state, newState(this.realNow())) : undefined;
    } catch {
      return undefined; // the first start, or a file of another time: a sandbox begins anew
    }
  }
}

/** What a newer sandbox knows and the file does not is as at the beginning. */
function completed(kept: SandboxState, fresh: SandboxState): SandboxState {
  const { settings } = fresh;
  return {
    ...fresh,
    ...kept,
    facebook: { ...fresh.facebook, ...kept.facebook },
    tiktok: { ...fresh.tiktok, ...kept.tiktok },
    ttcm: { ...fresh.ttcm, ...kept.ttcm },
    google: { ...fresh.google, ...kept.google },
    settings: {
      facebook: { ...settings.facebook, ...kept.settings.facebook },
      tiktok: { ...settings.tiktok, ...kept.settings.tiktok },
      ttcm: { ...settings.ttcm, ...kept.settings.ttcm },
      google: { ...settings.google, ...kept.settings.google },
      world: { ...settings.world, ...kept.settings.world },
      callbacks: { ...settings.callbacks, ...kept.settings.callbacks },
    },
  };
}
