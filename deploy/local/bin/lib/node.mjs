import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { giveUp } from './say.mjs';

const needed = 24;

function major(version) {
  return Number(/^v?(\d+)/.exec(version)?.[1] ?? 0);
}

/** The entry scripts are plain enough for Node 20; below that npm itself does not work any more. */
export function requireStartingNode() {
  if (major(process.version) >= 20) return;
  giveUp(`This needs Node 20 or later to start, and here is ${process.version}.`, 'Install Node 24.');
}

/** A Node 24 for everything else: from the installed packages, else the one that runs this script. */
export function findNode() {
  const installed = join(root, 'node_modules', '.bin', process.platform === 'win32' ? 'node.exe' : 'node');
  if (existsSync(installed)) {
    const answer = spawnSync(installed, ['--version'], { encoding: 'utf8' });
    if (answer.status === 0 && major(answer.stdout) >= needed) return installed;
  }
  if (major(process.version) >= needed) return process.execPath;
  giveUp(
    `The services need Node ${needed}; npm brought none for ${process.platform}-${process.arch}, and here is ${process.version}.`,
    `Install Node ${needed}.`,
  );
}
