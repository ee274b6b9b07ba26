import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { giveUp, say } from './say.mjs';

const stamp = join(root, 'node_modules', '.creator-connect-install');

/** Every file that decides what gets installed: those of the root, and the manifest of each workspace. */
function manifests() {
  const { workspaces } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8'));
  const folders = workspaces.flatMap((pattern) => {
    if (!pattern.endsWith('/*')) return [pattern];
    const group = pattern.slice(0, -2);
    return readdirSync(join(root, group)).map((name) => `${group}/${name}`);
  });
  const files = ['package-lock.json', 'package.json', '.npmrc', ...folders.map((folder) => `${folder}/package.json`)];
  return files.filter((file) => existsSync(join(root, file))).sort();
}

function fingerprint() {
  const hash = createHash('sha256');
  for (const file of manifests())
    hash
      .update(file)
      .update('\0')
      .update(readFileSync(join(root, file)));
  return hash.digest('hex');
}

/**
 * Installs the packages when a manifest has changed since the last time. `npm install`, not `npm ci`: a lockfile that
 * was written without the optional packages of other systems is refused by `npm ci` and completed by `npm install`.
 */
export function install() {
  const wanted = fingerprint();
  if (existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Installing packages (only when they have changed) …');
  const npm = process.platform === 'win32' ? 'npm.cmd' : 'npm';
  // Optional, dev and script settings of the caller must not thin out what the system needs.
  const env = { ...process.env, NODE_ENV: '', npm_config_omit: '', npm_config_dry_run: '' };
  const args = ['install', '--no-audit', '--no-fund', '--no-save', '--loglevel=error'];
  const result = spawnSync(npm, args, { cwd: root, env, encoding: 'utf8', maxBuffer: 50_000_000 });
  if (result.status !== 0) {
    process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? result.error?.message ?? ''}\n`);
    giveUp('npm could not install the packages (its words are above).', 'Check the network and the free disk space.');
  }
  writeFileSync(stamp, wanted);
}
