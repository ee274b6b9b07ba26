import { text } from 'node:stream/consumers';
import { csvOf, type CsvRow } from './csv';

const linesOf = async (rows: CsvRow[], columns?: string[]) => (await text(csvOf(rows, columns))).split('\n');
const cell = async (value: unknown) => (await text(csvOf([{ value }]))).slice('value\n'.length, -1);

describe('a CSV file (PR-01)', () => {
  it.each([
    ['=HYPERLINK("https://example.com")', `"'=HYPERLINK(""https://example.com"")"`],
    ['+1+cmd', "'+1+cmd"],
    ['-2+3', "'-2+3"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['\t=1+1', "'\t=1+1"],
    ['\r=1+1', `"'\r=1+1"`],
    ['＝1+1', "'＝1+1"],
    ['a, "b"', '"a, ""b"""'],
    ['1-2', '1-2'],
  ])('keeps what somebody wrote a text to a spreadsheet: %j', async (written, kept) => {
    expect(await cell(written)).toBe(kept);
  });

  it.each([
    [-5, '-5'],
    [-0.25, '-0.25'],
    [0, '0'],
    [true, 'true'],
    [false, 'false'],
    [['=a', 'b'], '"[""=a"",""b""]"'],
    [{ '=a': 1 }, '"{""=a"":1}"'],
    [new Date(0), '1970-01-01T00:00:00.000Z'],
    [null, ''],
  ])('leaves what is no text what it is: %j', async (value, kept) => {
    expect(await cell(value)).toBe(kept);
  });

  it('has the columns that are named, else those of the first row, and no formula in their names', async () => {
    expect(await linesOf([{ b: 1, a: 2, '=c': 3 }])).toEqual(["b,a,'=c", '1,2,3', '']);
    expect(await linesOf([{ b: 1, a: 2 }], ['a', 'missing', 'b'])).toEqual(['a,missing,b', '2,,1', '']);
    expect(await linesOf([], ['a', 'b'])).toEqual(['a,b', '']);
  });

  it('breaks off where its rows do', async () => {
    async function* rows(): AsyncGenerator<CsvRow> {
      yield { a: 1 };
      throw new Error('the database is gone');
    }
    await expect(text(csvOf(rows()))).rejects.toThrow('the database is gone');
  });
});
