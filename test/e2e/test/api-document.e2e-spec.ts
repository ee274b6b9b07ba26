import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { systemStatus } from '../src/system-status';

it('the API of the running system is the one that docs/openapi.json describes (npm run docs:generate)', async () => {
  const answer = await fetch(new URL('/docs/openapi.json', systemStatus().addresses['gateway']));
  const written = readFileSync(join(__dirname, '../../../docs/openapi.json'), 'utf8');
  expect(await answer.json()).toEqual(JSON.parse(written));
});
