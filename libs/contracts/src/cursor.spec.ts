import { decodeTimeCursor, encodeCursor } from './cursor';

const values = ['2026-11-02T07:56:32.000Z', 'id-1'];
const notOurs = expect.objectContaining({ code: 'request.invalid' }) as Error;

describe('keyset cursor', () => {
  it('gives back what went in', () => {
    expect(decodeTimeCursor(encodeCursor(values), 2)).toEqual(values);
  });

  it.each(['', 'x', '!!!', encodeCursor(['one']), Buffer.from('[1,2]').toString('base64url')])(
    'refuses %j with a named field',
    (cursor) => {
      expect(() => decodeTimeCursor(cursor, 2)).toThrow(notOurs);
    },
  );

  it('of a list by time begins with one', () => {
    for (const timeless of ['yesterday', '1', '2026-13-01T00:00:00.000Z', '+020000-01-01T00:00:00.000Z'])
      expect(() => decodeTimeCursor(encodeCursor([timeless, 'id-1']), 2)).toThrow(notOurs);
  });

  it('holds no text that PostgreSQL cannot', () => {
    expect(() => decodeTimeCursor(encodeCursor([values[0]!, 'a\0b']), 2)).toThrow(notOurs);
  });
});
