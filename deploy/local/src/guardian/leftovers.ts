import { readdirSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { readJson } from '../system/files';
import { endProcess, isOurs } from '../system/process-info';
import type { PidRecord } from './messages';

/**
 * Ends what an earlier run left behind (its guardian was killed too). A process id alone proves nothing, ids are
 * reused: the command line has to name our folder.
 */
export async function endLeftovers(pidFolder: string): Promise<string[]> {
  const ended: string[] = [];
  for (const file of readdirSync(pidFolder)) {
    const path = join(pidFolder, file);
    const record = readJson<PidRecord>(path);
    if (record !== undefined && isOurs(record.pid, record.mark)) {
      await endProcess(record.pid, record.stopSignal, 15_000);
      ended.push(file.replace(/\.json$/, ''));
    }
    rmSync(path, { force: true });
  }
  return ended;
}
