import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accountsConfigSchema } from './accounts.config';

describe('configuration', () => {
  it('is listed completely in .env.example', () => {
    const example = readFileSync(join(__dirname, '..', '.env.example'), 'utf8');
    const named = [...example.matchAll(/^#? ?([A-Z][A-Z0-9_]*)=/gm)].map((match) => match[1]!);
    expect(named.sort()).toEqual(Object.keys(accountsConfigSchema.shape).sort());
  });

  it('lets links live for seven days, and for thirty at most (AL-05)', () => {
    const { LINK_LIFE_DAYS: life } = accountsConfigSchema.shape;
    expect([life.parse(undefined), life.parse('1'), life.parse('30')]).toEqual([7, 1, 30]);
    for (const days of ['31', '0', '-1', '7.5', 'for ever'])
      expect([days, life.safeParse(days).success]).toEqual([days, false]);
  });
});
