import { isSameTyping } from './same-typing';

describe('two values of a form look alike', () => {
  it.each([
    ['nothing and an empty field', { name: '' }, {}],
    ['an optional field that was only looked at', { fields: { size: '' } }, { fields: {} }],
    ['null and an empty field', { startsOn: null }, { startsOn: '' }],
    ['the same list', { items: [{ label: 'A' }] }, { items: [{ label: 'A' }] }],
  ])('where they are %s', (_, one, other) => {
    expect(isSameTyping(one, other)).toBe(true);
  });

  it.each([
    ['a word is typed', { name: 'K' }, { name: '' }],
    ['a box is ticked', { required: true }, { required: false }],
    ['a row is added, empty as it is', { items: [{ label: '' }] }, { items: [] }],
    ['rows change places', { items: [{ label: 'A' }, { label: 'B' }] }, { items: [{ label: 'B' }, { label: 'A' }] }],
    ['a field further down is filled', { fields: { size: 'L' } }, { fields: {} }],
  ])('not where %s', (_, one, other) => {
    expect(isSameTyping(one, other)).toBe(false);
  });
});
