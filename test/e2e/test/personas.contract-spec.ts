import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../../..');
const folders = ['test/e2e/test', 'services/sandbox/test'];

/**
 * All browser tests share one system. Of two files that connect one generated person the later one is not asked for consent
 * any more: each passes alone, and one of them fails in one order.
 */
it('each generated person of the sandbox is of one file of browser tests', () => {
  const files = new Map<string, Set<string>>();
  for (const folder of folders) {
    for (const file of readdirSync(join(root, folder)).filter((name) => name.endsWith('.e2e-spec.ts'))) {
      for (const [persona] of readFileSync(join(root, folder, file), 'utf8').matchAll(/world-(?:[a-z]+)-\d+/g)) {
        files.set(persona, (files.get(persona) ?? new Set()).add(file));
      }
    }
  }
  expect(files.size).toBeGreaterThan(5);
  expect([...files].filter(([, { size }]) => size > 1).map(([persona, of]) => ({ persona, of: [...of] }))).toEqual([]);
});
