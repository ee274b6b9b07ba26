import { faultsOf, type InfluencerField } from './influencer-fields';

const aField = (change: Partial<InfluencerField> = {}): InfluencerField => ({
  key: 'topic',
  label: 'Topic',
  kind: 'text',
  choices: [],
  required: false,
  ...change,
});

describe('required fields', () => {
  it.each([{}, { topic: '' }, { topic: '  ' }])('are missed in %j', (values) => {
    expect(faultsOf([aField({ required: true })], values)).toEqual([
      { field: 'fields.topic', code: 'empty', message: 'should not be empty' },
    ]);
  });

  it('are missed under any name', () => {
    expect(faultsOf([aField({ key: 'constructor', required: true })], {})).toHaveLength(1);
    expect(faultsOf([aField({ key: 'constructor', required: true })], { constructor: 'Meccano' })).toEqual([]);
  });

  it('may be left out when they are not required', () => {
    expect(faultsOf([aField({ kind: 'number' })], {})).toEqual([]);
  });
});

describe('values', () => {
  it.each([
    ['text', 'anything at all'],
    ['number', '12'],
    ['number', '-0.5'],
    ['date', '2028-02-29'],
    ['url', 'https://example.com/me'],
    ['choice', 'food'],
  ] as const)('of kind %s take %s', (kind, value) => {
    expect(faultsOf([aField({ kind, choices: ['food', 'travel'] })], { topic: value })).toEqual([]);
  });

  it.each([
    ['number', 'twelve'],
    ['number', '1e5'],
    ['number', 'NaN'],
    ['date', '2027-02-29'],
    ['date', '31.12.2027'],
    ['url', 'javascript:alert(1)'],
    ['url', 'example'],
    ['choice', 'cars'],
  ] as const)('of kind %s refuse %s', (kind, value) => {
    expect(faultsOf([aField({ kind, choices: ['food', 'travel'] })], { topic: value })).toHaveLength(1);
  });

  it('without a field are refused, prototype names included', () => {
    const values = JSON.parse('{"__proto__": "x", "constructor": "y", "other": "z"}') as Record<string, string>;
    expect(faultsOf([aField()], values).map(({ field }) => field)).toEqual([
      'fields.__proto__',
      'fields.constructor',
      'fields.other',
    ]);
  });
});
