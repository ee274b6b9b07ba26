import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { root } from './root.mjs';
import { giveUp, say } from './say.mjs';

function run(node, title, args, cwd = root) {
  const result = spawnSync(node, args, { cwd, encoding: 'utf8', maxBuffer: 50_000_000 });
  if (result.status === 0) return;
  process.stderr.write(`${result.stdout ?? ''}${result.stderr ?? ''}\n`);
  giveUp(`${title} failed (the reason is above).`, 'Mend it, then try again.');
}

/** Name and content of every file under a folder, so that a build can be skipped when nothing has changed. */
function fingerprint(folder) {
  const hash = createHash('sha256');
  const visit = (path) => {
    for (const entry of readdirSync(path, { withFileTypes: true }).sort((a, b) => (a.name < b.name ? -1 : 1))) {
      if (entry.name === 'dist' || entry.name === 'node_modules') continue;
      const full = join(path, entry.name);
      if (entry.isDirectory()) visit(full);
      else hash.update(full).update('\0').update(readFileSync(full));
    }
  };
  visit(folder);
  return hash.update(readFileSync(join(root, 'package-lock.json'))).digest('hex');
}

function buildWeb(node) {
  const web = join(root, 'services', 'web');
  if (!existsSync(join(web, 'index.html'))) return;
  const stamp = join(root, '.local', 'web-build');
  const wanted = fingerprint(web);
  const isBuilt = existsSync(join(web, 'dist', 'index.html'));
  if (isBuilt && existsSync(stamp) && readFileSync(stamp, 'utf8') === wanted) return;
  say('Building the web app …');
  run(node, 'Building the web app', [join(root, 'node_modules', 'vite', 'bin', 'vite.js'), 'build'], web);
  mkdirSync(join(root, '.local'), { recursive: true, mode: 0o711 });
  writeFileSync(stamp, wanted);
}

const compiler = join(root, 'node_modules', 'typescript', 'bin', 'tsc');

/** Compiles what has changed: libs before services, by their references. */
export function build(node) {
  // Afterwards it is a matter of seconds, and nobody wants to read about it.
  if (!existsSync(join(root, 'services', 'gateway', 'dist'))) say('Compiling (a minute, the first time) …');
  run(node, 'Compiling', [compiler, '-b']);
  buildWeb(node);
}

/** Only what the runner itself needs, for a developer who starts PostgreSQL and Kafka alone. */
export function buildRunner(node) {
  run(node, 'Compiling', [compiler, '-b', 'deploy/local']);
}
