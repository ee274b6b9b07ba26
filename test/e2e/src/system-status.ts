import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { SystemStatus } from './story';

/** As `npm run status -- --json` prints it. */
export function systemStatus(): SystemStatus {
  const file = process.env['CONNECT_STATUS_FILE'];
  const command = join(__dirname, '../../../deploy/local/bin/status.mjs');
  const text = file
    ? readFileSync(file, 'utf8')
    : execFileSync(process.execPath, [command, '--json'], { encoding: 'utf8' });
  return JSON.parse(text) as SystemStatus;
}
