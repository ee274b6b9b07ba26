import { Pace } from './pace';

describe('the pace of what is asked for again and again', () => {
  let called: number;
  let pace: Pace;

  beforeEach(() => {
    jest.useFakeTimers();
    called = 0;
    pace = new Pace(() => (called += 1), 1_000);
  });
  afterEach(() => jest.useRealTimers());

  const ask = (times: number) => {
    for (let asked = 0; asked < times; asked += 1) pace.ask();
  };

  it('is none for what comes now and then: each is answered at once', () => {
    for (let turn = 1; turn <= 3; turn += 1) {
      ask(1);
      expect(called).toBe(turn);
      jest.advanceTimersByTime(1_000);
    }
  });

  it('is one in a while for hundreds, and the last one is not lost', () => {
    for (let turn = 0; turn < 100; turn += 1) {
      ask(2);
      jest.advanceTimersByTime(50);
    }
    expect(called).toBeGreaterThanOrEqual(5);
    expect(called).toBeLessThanOrEqual(6);
    jest.advanceTimersByTime(10_000);
    const before = called;
    ask(1);
    expect(called).toBe(before + 1);
    ask(1);
    jest.advanceTimersByTime(900);
    expect(called).toBe(before + 1);
    jest.advanceTimersByTime(10_000);
    expect(called).toBe(before + 2);
  });

  it('calls nothing any more once it is closed', () => {
    ask(50);
    pace.close();
    jest.advanceTimersByTime(10_000);
    expect(called).toBe(1);
  });
});
