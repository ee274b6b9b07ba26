import type { SandboxConfig } from '../sandbox.config';
import type { SandboxState } from '../state/sandbox-state';
import { StateFile } from '../state/state-file';
import { World } from '../world/world';
import { CallLog } from './call-log';
import { Callbacks } from './callbacks';
import { Clock } from './clock';
import { Faults } from './faults';
import { Leaks } from './leaks';
import { registrationsFrom, type Registrations } from './registrations';

/** What all pretended platforms share. The state is one object for the whole life of the process, also after a reset. */
export interface Box {
  readonly config: SandboxConfig;
  readonly registrations: Registrations;
  readonly state: SandboxState;
  readonly clock: Clock;
  readonly world: World;
  readonly calls: CallLog;
  readonly leaks: Leaks;
  readonly faults: Faults;
  readonly callbacks: Callbacks;
  /** The port the sandbox listens on, for addresses in pages and answers. */
  port: number;
  /** To be called by whoever changed the state. */
  changed(): void;
  reset(): void;
  /** For what is counted outside the state (budgets of calls): begin anew as well. */
  onReset(action: () => void): void;
  close(): void;
}

export function createBox(config: SandboxConfig, realNow: () => number = Date.now): Box {
  const file = new StateFile(config.SANDBOX_STATE_FILE, realNow);
  const { state } = file;
  const calls = new CallLog();
  const leaks = new Leaks();
  const faults = new Faults();
  const callbacks = new Callbacks(faults, () => state.settings.callbacks);
  const resetting: (() => void)[] = [];
  return {
    config,
    registrations: registrationsFrom(config),
    state,
    clock: new Clock(() => state.clock, realNow),
    world: new World(
      config.SANDBOX_SEED,
      () => state.startedAt,
      () => state.settings.world.accounts,
    ),
    calls,
    leaks,
    faults,
    callbacks,
    port: config.PORT,
    changed: () => file.changed(),
    reset() {
      file.reset();
      faults.clear();
      leaks.clear();
      calls.clear();
      callbacks.clear();
      for (const action of resetting) action();
    },
    onReset: (action) => void resetting.push(action),
    close() {
      callbacks.stop();
      file.save();
    },
  };
}
