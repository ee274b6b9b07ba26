import { CircuitBreaker } from './circuit-breaker';

const at = (seconds: number) => new Date(1_000_000 + seconds * 1000);

describe('the circuit breaker', () => {
  const fail = (breaker: CircuitBreaker, times: number, seconds = 0) => {
    for (let time = 0; time < times; time += 1) breaker.failed('instagram', at(seconds));
  };

  it('opens after failures in a row, for one platform and a while', () => {
    const breaker = new CircuitBreaker({ failures: 3, openMs: 30_000 });
    fail(breaker, 2);
    expect(breaker.waitMs('instagram', at(0))).toBe(0);
    fail(breaker, 1);
    expect(breaker.waitMs('instagram', at(10))).toBe(20_000);
    expect(breaker.waitMs('tiktok', at(10))).toBe(0);
    expect(breaker.waitMs('instagram', at(30))).toBe(0);
  });

  it('lets one try after the pause, and opens again when that fails', () => {
    const breaker = new CircuitBreaker({ failures: 3, openMs: 30_000 });
    fail(breaker, 3);
    fail(breaker, 1, 31);
    expect(breaker.waitMs('instagram', at(31))).toBe(30_000);
    breaker.succeeded('instagram');
    fail(breaker, 2, 70);
    expect(breaker.waitMs('instagram', at(70))).toBe(0);
  });
});
