import { ageLabel, countryName, genderOf, shares } from './audience-label';

it.each([
  ['F', 'female'],
  ['female', 'female'],
  ['M', 'male'],
  ['U', 'unknown'],
  ['user_specified', 'unknown'],
])('the gender %s is %s', (key, gender) => {
  expect(genderOf(key)).toBe(gender);
});

it('an age that has no upper end is written in one way', () => {
  expect(['65+', '65-', '18-24'].map(ageLabel)).toEqual(['65+', '65+', '18-24']);
});

it('a country has its name in the language of the reader, and what is no code stays as it is', () => {
  expect(countryName('DE', 'en')).toBe('Germany');
  expect(countryName('DE', 'de')).toBe('Deutschland');
  expect(countryName('ZZZ', 'en')).toBe('ZZZ');
});

it('parts are shares of what was told, largest first, and ages in their order', () => {
  const parts = [
    { key: '65+', value: 1 },
    { key: '18-24', value: 3 },
  ];
  expect(shares('age', parts).map(({ key, share }) => [key, share])).toEqual([
    ['18-24', 0.75],
    ['65+', 0.25],
  ]);
  expect(shares('city', [...parts, { key: 'x', value: 4 }]).map(({ key }) => key)).toEqual(['x', '18-24', '65+']);
  expect(shares('age', [{ key: 'x', value: 0 }])).toEqual([{ key: 'x', value: 0, share: 0 }]);
});
