import { resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { inspect } from './inspect.mjs';
import { forbidden } from './rules.mjs';

/** Fewer than this, and the tool has looked past the sources instead of finding them in order. */
const least = { modules: 100, edges: 20 };

const root = resolve(process.argv[2] ?? resolve(fileURLToPath(import.meta.url), '..', '..', '..'));
const { modules, edges, violations } = await inspect(root);

if (process.argv.includes('--json')) {
  process.stdout.write(`${JSON.stringify({ modules, edges, violations })}\n`);
} else {
  for (const { rule, from, to } of violations) {
    const { comment } = forbidden.find(({ name }) => name === rule);
    process.stdout.write(`${from} -> ${to}\n  ${rule}: ${comment}\n`);
  }
  const found = `${modules} modules, ${edges.length} edges between packages, ${violations.length} violations`;
  process.stdout.write(`${found}\n`);
  if (modules < least.modules || edges.length < least.edges) {
    process.stdout.write(`At least ${least.modules} modules and ${least.edges} edges were expected.\n`);
    process.exitCode = 1;
  }
}
if (violations.length > 0) process.exitCode = 1;
