import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { FAULT_KINDS } from './box/faults';
import { defaultSettings } from './state/settings';
import { column, listAt, textAt } from './testing/json';
import { TestSandbox } from './testing/test-sandbox';

describe('docs/sandbox.md', () => {
  const text = readFileSync(join(__dirname, '../../../docs/sandbox.md'), 'utf8');

  it('shows how to reach every persona and action', async () => {
    const box = await TestSandbox.start();
    const { json } = await box.control('personas');
    await box.stop();
    const names = listAt(json, 'personas').flatMap((persona) => [
      textAt(persona, 'id'),
      ...column(persona, 'actions', 'name'),
    ]);
    expect(names.filter((name) => !text.includes(`\`${String(name)}\``))).toEqual([]);
  });

  it('shows every fault and every setting', () => {
    const settings = Object.values(defaultSettings()).flatMap((group) => Object.keys(group));
    const missing = [...FAULT_KINDS, ...settings].filter((name) => !new RegExp(`\`(\\w+\\.)?${name}\``).test(text));
    expect(missing).toEqual([]);
  });
});
