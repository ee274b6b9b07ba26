import { cpSync, mkdirSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { checkout } from '@creator-connect/local/runner';
import type { Mutant } from './mutants';

const scope = '@creator-connect';
const services = ['services/accounts', 'services/notifications'];

/**
 * A tree with copies of the compiled packages, and links to everything else: what is changed in it is not changed
 * anywhere else. Our own packages resolve to the copies, all others to the installed ones.
 */
export function copyCode(target: string): void {
  const libs = readdirSync(join(checkout, 'libs')).map((name) => `libs/${name}`);
  const modules = join(target, 'node_modules');
  mkdirSync(join(modules, scope), { recursive: true });
  for (const name of readdirSync(join(checkout, 'node_modules'))) {
    if (name !== scope) symlinkSync(join(checkout, 'node_modules', name), join(modules, name));
  }
  for (const folder of [...libs, ...services]) {
    for (const part of ['package.json', 'dist']) {
      mkdirSync(join(target, folder), { recursive: true });
      cpSync(join(checkout, folder, part), join(target, folder, part), { recursive: true });
    }
  }
  for (const folder of libs) symlinkSync(join(target, folder), join(modules, scope, folder.slice('libs/'.length)));
}

/** Throws when the code is not as the mutant expects it: a mutant that changes nothing would prove nothing. */
export function mutate(target: string, { file, find, replace }: Mutant): void {
  const path = join(target, file);
  const code = readFileSync(path, 'utf8');
  const pattern = new RegExp(
    find
      .split(/\s+/)
      .map((word) => word.replace(/[$()*+.?[\\\]^{|}]/g, '\\$&'))
      .join('\\s+'),
    'g',
  );
  const count = [...code.matchAll(pattern)].length;
  if (count !== 1) throw new Error(`${file} has ${count} places that read: ${find}`);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(
    path,
    code.replace(pattern, () => replace),
  );
}
