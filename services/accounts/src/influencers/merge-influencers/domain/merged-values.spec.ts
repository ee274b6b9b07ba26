import { changeOf, mergedValues } from './merged-values';

const side = (more: object = {}) => ({ name: 'Ada', locale: 'en', timeZone: 'UTC', fields: {}, ...more });

describe('values of two entries of one person', () => {
  it('are not listed where both say the same, or the one that goes says nothing', () => {
    expect(mergedValues(side({ fields: { size: 'M' } }), side({ fields: { size: ' ' } }), [])).toEqual([]);
  });

  it('stand as the kept entry has them; what it has not comes from the other', () => {
    const kept = side({ fields: { size: 'M', topic: '' } });
    const other = side({ name: 'Ada L.', fields: { size: 'L', topic: 'food' } });
    expect(mergedValues(kept, other, [])).toEqual([
      { field: 'name', kept: 'Ada', other: 'Ada L.', taken: 'kept' },
      { field: 'fields.size', kept: 'M', other: 'L', taken: 'kept' },
      { field: 'fields.topic', kept: null, other: 'food', taken: 'other' },
    ]);
    expect(changeOf(kept, mergedValues(kept, other, []))).toEqual({ fields: { size: 'M', topic: 'food' } });
  });

  it('come from the other where that was chosen', () => {
    const [kept, other] = [side({ fields: { size: 'M' } }), side({ name: 'Ada L.', fields: { size: 'L' } })];
    const values = mergedValues(kept, other, ['name', 'fields.size']);
    expect(changeOf(kept, values)).toEqual({ name: 'Ada L.', fields: { size: 'L' } });
    expect(changeOf(kept, mergedValues(kept, other, []))).toEqual({});
  });
});
