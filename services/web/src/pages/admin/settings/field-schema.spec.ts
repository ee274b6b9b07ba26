import { fieldsSchema, toTyped, withKeys, type TypedFields } from './field-schema';

const field = (part: Partial<TypedFields['items'][number]> = {}): TypedFields['items'][number] => ({
  key: '',
  label: 'Shirt size',
  kind: 'text',
  choices: '',
  required: false,
  ...part,
});
const wrong = (...items: TypedFields['items']) =>
  fieldsSchema.safeParse({ items }).error?.issues.map(({ path }) => path.join('.')) ?? [];

describe('what an organisation asks about every influencer', () => {
  it.each([
    ['no label', [field({ label: ' ' })], ['items.0.label']],
    ['a label that is too long', [field({ label: 'x'.repeat(81) })], ['items.0.label']],
    ['no choice', [field(), field({ kind: 'choice', choices: ' , ' })], ['items.1.choices']],
    ['a choice that is too long', [field({ kind: 'choice', choices: `S, ${'x'.repeat(81)}` })], ['items.0.choices']],
    ['more choices than are taken', [field({ kind: 'choice', choices: commas(101) })], ['items.0.choices']],
    ['both', [field({ label: '', kind: 'choice' })], ['items.0.label', 'items.0.choices']],
    ['nothing: choices of another kind are not looked at', [field({ choices: 'x'.repeat(81) })], []],
    ['nothing', [field({ kind: 'choice', choices: commas(100) })], []],
  ])('says at its field what is wrong: %s', (_, items, expected) => {
    expect(wrong(...items)).toEqual(expected);
  });

  it('has each choice once, without spaces around it', () => {
    const { items } = fieldsSchema.parse({ items: [field({ kind: 'choice', choices: ' S, M,,S , L' })] });
    expect(items[0]!.choices).toEqual(['S', 'M', 'L']);
  });

  it('keeps the key of a saved field, and makes one that nobody else has for each new one', () => {
    const saved = { key: 'shirt_size', label: 'Size of shirts', kind: 'text', choices: [], required: true } as const;
    const typed = toTyped([{ ...saved, choices: [] }]);
    typed.items.push(field(), field(), field({ label: '3 $' }));
    expect(withKeys(fieldsSchema.parse(typed)).map(({ key }) => key)).toEqual([
      'shirt_size',
      'shirt_size_2',
      'shirt_size_3',
      'field',
    ]);
  });
});

function commas(count: number): string {
  return Array.from({ length: count }, (_, index) => `choice ${index}`).join(',');
}
