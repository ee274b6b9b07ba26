import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { collectorConfigSchema } from './collector.config';

describe('configuration', () => {
  it('is listed completely in .env.example', () => {
    const example = readFileSync(join(__dirname, '..', '.env.example'), 'utf8');
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]!);
    expect(named.sort()).toEqual(Object.keys(collectorConfigSchema.shape).sort());
  });
});
