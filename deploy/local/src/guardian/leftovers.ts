import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../system/files';
import { endProcess, isOurs } from '../system/process-info';
import { guardianPidFile } from './guardian';
import type { PidRecord } from './messages';

/** Longer than a guardian needs to stop the slowest of its programs. */
const patienceMs = 40_000;

/**
 * Ends what an earlier run left behind: its guardian first, if that is still at work, for it would start the others
 * again. A process id alone proves nothing, ids are reused: the command line has to name our folder.
 */
export async function endLeftovers(pidFolder: string): Promise<string[]> {
  const files = readdirSync(pidFolder).sort((a, b) => Number(b === guardianPidFile) - Number(a === guardianPidFile));
  const ended: string[] = [];
  for (const file of files) {
    const path = join(pidFolder, file);
    const record = readJson<PidRecord>(path);
    if (record !== undefined && isOurs(record.pid, record.mark)) {
      await endProcess(record.pid, record.stopSignal, patienceMs);
      ended.push(file.replace(/\.json$/, ''));
    }
    rmSync(path, { force: true });
  }
  return ended;
}
