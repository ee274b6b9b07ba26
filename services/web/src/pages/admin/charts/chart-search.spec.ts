import { readRange, readTables, viewOf, withView } from './chart-search';

describe('how charts are shown, in the address', () => {
  it('is read as it was written, and everything is drawn without it', () => {
    const { tables } = withView(withView(undefined, 'daily', 'table').tables, 'age', 'table');
    expect(readTables(tables, ['age', 'daily'])).toBe('age,daily');
    expect(viewOf(tables, 'daily')).toBe('table');
    expect(viewOf(tables, 'gender')).toBe('chart');
    expect(viewOf(undefined, 'daily')).toBe('chart');
    expect(withView(tables, 'daily', 'chart')).toEqual({ tables: 'age' });
    expect(withView('age', 'age', 'chart')).toEqual({});
  });

  it('drops what was typed wrongly', () => {
    expect(readTables('age,nothing', ['age'])).toBe('age');
    expect(readTables(7, ['age'])).toBeUndefined();
    expect([readRange('30'), readRange(90), readRange(31), readRange(undefined)]).toEqual([
      30,
      90,
      undefined,
      undefined,
    ]);
  });
});
