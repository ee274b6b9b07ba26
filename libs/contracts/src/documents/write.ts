/** `npm run docs:generate`: writes the documents that are made from the catalogue. A contract test finds drift. */
import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { documents } from './documents';

const docs = join(__dirname, '../../../../docs');
rmSync(join(docs, 'schemas'), { recursive: true, force: true });
mkdirSync(join(docs, 'schemas'), { recursive: true });
for (const [path, text] of documents()) writeFileSync(join(docs, path), text);
