/** The second half of `npm run docs:generate`; a contract test finds drift. */
import 'reflect-metadata';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents';

async function main(): Promise<void> {
  for (const [path, text] of await documents()) writeFileSync(join(__dirname, '../../..', path), text);
}

void main();
