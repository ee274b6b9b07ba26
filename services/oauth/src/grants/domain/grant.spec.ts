import { isFresh, refreshDueAt } from './grant';

const at = (text: string) => new Date(`2026-11-24T${text}Z`);

describe('the life of an access token', () => {
  it('is renewed at about four fifths, spread so that a batch does not come at once', () => {
    const [issued, ends] = [at('10:00:00'), at('12:00:00')];
    expect(refreshDueAt(issued, ends, 0)).toEqual(at('11:30:00'));
    expect(refreshDueAt(issued, ends, 0.5)).toEqual(at('11:36:00'));
    expect(refreshDueAt(issued, ends, 1)).toEqual(at('11:42:00'));
    expect(refreshDueAt(ends, issued, 1)).toEqual(ends);
  });

  it('is over a minute before its end, for it must last the way to the platform', () => {
    expect(isFresh(at('12:00:00'), at('11:58:59'))).toBe(true);
    expect(isFresh(at('12:00:00'), at('11:59:00'))).toBe(false);
    expect(isFresh(null, at('11:59:00'))).toBe(true);
  });
});
