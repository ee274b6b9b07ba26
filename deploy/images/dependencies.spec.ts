import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');
const kinds = ['dependencies', 'devDependencies', 'optionalDependencies', 'peerDependencies'] as const;
type Manifest = { workspaces?: string[] } & { [Kind in (typeof kinds)[number]]?: Record<string, string> };

const manifest = (folder: string) => JSON.parse(readFileSync(join(root, folder, 'package.json'), 'utf8')) as Manifest;

/** By name, of every workspace; ours are no dependencies. */
function askedFor(): string[] {
  const { workspaces = [] } = manifest('.');
  const folders = ['.', ...workspaces.flatMap((pattern) => globSync(pattern, { cwd: root }))];
  const names = folders.map(manifest).flatMap((one) => kinds.flatMap((kind) => Object.keys(one[kind] ?? {})));
  return [...new Set(names)].filter((name) => !name.startsWith('@creator-connect/')).toSorted();
}

/** Of the tables’ first columns. */
const explained = (page: string): string[] =>
  page
    .split('\n')
    .flatMap((line) => /^\|([^|]*`[^|]*)\|\s*\S[^|]*\|$/.exec(line)?.[1]?.match(/(?<=`)[^`, ]+(?=`)/g) ?? [])
    .toSorted();

it('each direct dependency has its reason in docs/dependencies.md, and nothing else has (OP-01)', () => {
  const asked = askedFor();
  expect(asked.length).toBeGreaterThan(50);
  expect(explained(readFileSync(join(root, 'docs/dependencies.md'), 'utf8'))).toEqual(asked);
});
