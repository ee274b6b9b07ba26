import { decodeCursor, decodeTimeCursor, encodeCursor } from './cursor';

describe('keyset cursor', () => {
  it('gives back what went in', () => {
    expect(decodeCursor(encodeCursor(['2026-11-02T07:56:32.000Z', 'id-1']), 2)).toEqual([
      '2026-11-02T07:56:32.000Z',
      'id-1',
    ]);
  });

  it.each(['', 'x', '!!!', encodeCursor(['one']), Buffer.from('[1,2]').toString('base64url')])(
    'refuses %j with a named field',
    (cursor) => {
      expect(() => decodeCursor(cursor, 2)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
    },
  );

  it('of a list by time begins with one', () => {
    const values = ['2026-11-02T07:56:32.000Z', 'id-1'];
    expect(decodeTimeCursor(encodeCursor(values), 2)).toEqual(values);
    const timeless = encodeCursor(['yesterday', 'id-1']);
    expect(() => decodeTimeCursor(timeless, 2)).toThrow(expect.objectContaining({ code: 'request.invalid' }));
  });
});
