import { EventEmitter, once } from 'node:events';
import { mkdirSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { GuardedProcess } from './guarded-process';
import type { FromGuardian, GuardedProgram } from './messages';

describe('a program in the guardian’s care', () => {
  let folder: string;
  let reports: FromGuardian[];
  let told: EventEmitter;
  let guarded: GuardedProcess;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'connect-guarded-'));
    reports = [];
    told = new EventEmitter();
  });
  afterEach(async () => {
    await guarded.stop();
    rmSync(folder, { recursive: true });
  });

  const care = (places: Partial<GuardedProgram>) => {
    guarded = new GuardedProcess(
      {
        name: 'waiter',
        command: process.execPath,
        args: ['-e', 'setInterval(() => {}, 1000)'],
        env: {},
        cwd: folder,
        log: join(folder, 'log'),
        mark: folder,
        stopSignal: 'SIGTERM',
        lastResort: 'SIGKILL',
        pidFile: join(folder, 'pid.json'),
        ...places,
      },
      (message) => {
        reports.push(message);
        told.emit(message.type);
      },
    );
    guarded.start();
  };
  it('is ended, and reported, when no pid file can be written by which a later start would find it', async () => {
    care({ pidFile: join(folder, 'missing', 'pid.json') });
    await once(told, 'exited');
    expect(reports.map((each) => each.type)).toEqual(['failed', 'exited']);
  });

  it('is reported, and does not end the guardian, when its log cannot be opened', () => {
    care({ log: join(folder, 'missing', 'log') });
    expect(reports).toEqual([{ type: 'failed', name: 'waiter', reason: expect.stringContaining('ENOENT') }]);
  });

  it('is tried again until it can be started, once it is kept', async () => {
    const logs = join(folder, 'logs');
    care({ log: join(logs, 'log') });
    guarded.keep();
    guarded.start();
    mkdirSync(logs);
    await once(told, 'started');
    expect(reports.at(-1)?.type).toBe('started');
  });
});
