import { AppError, requestErrors } from '@creator-connect/contracts';
import { ConnectionLostError } from '@creator-connect/persistence';
import { QueryFailedError } from 'typeorm';
import { classify, describeFailure, jitteredDelay, RejectedEvent } from './failures';

const fromPostgres = (code: string, message = 'words') =>
  new QueryFailedError('SELECT $1', ['secret-parameter'], Object.assign(new Error(message), { code }));

describe('classify', () => {
  it.each([
    ['a serialization failure', fromPostgres('40001')],
    ['a deadlock', fromPostgres('40P01')],
    ['a lock that is not free in time', fromPostgres('55P03')],
    ['a server that shuts down', fromPostgres('57P01')],
    ['a full disk', fromPostgres('53100')],
    ['a connection that is gone', new ConnectionLostError('gone')],
    [
      'a refused connection below other errors',
      new Error('outer', { cause: Object.assign(new Error(), { code: 'ECONNREFUSED' }) }),
    ],
    ['a pool that has no connection to give', new Error('timeout exceeded when trying to connect')],
    ['a neighbour that does not answer', new AppError(requestErrors.unavailable)],
    ['a neighbour that asks to slow down', new AppError(requestErrors.throttled)],
  ])('waits out %s', (_what, error) => {
    expect(classify(error)).toBe('transient');
  });

  it.each([
    ['a bug', new TypeError('x is not a function')],
    ['a violated constraint', fromPostgres('23505')],
    ['a statement that took too long', fromPostgres('57014')],
    ['something that is not there', new AppError(requestErrors.notFound)],
    ['a thrown text', 'oops'],
  ])('tries a few times after %s', (_what, error) => {
    expect(classify(error)).toBe('handler');
  });

  it('parks at once what a handler refuses', () => {
    expect(classify(new RejectedEvent('of another organisation'))).toBe('rejected');
  });
});

describe('describeFailure', () => {
  it('quotes no value that PostgreSQL quotes', () => {
    const { errorClass, message } = describeFailure(
      fromPostgres('22P02', 'invalid input syntax for type uuid: "s3cret"'),
    );
    expect([errorClass, message]).toEqual(['QueryFailedError', 'PostgreSQL error 22P02']);
  });

  it('takes secrets and control characters out, and keeps it short', () => {
    const { message } = describeFailure(new Error(`Bearer abcdefghijklmnop\u0000\n${'x'.repeat(1_000)}`));
    expect(message).not.toContain('abcdefghijklmnop');
    expect(message).not.toMatch(/[\u0000-\u001f]/);
    expect(message.length).toBeLessThanOrEqual(500);
  });

  it('has words for what is no error', () => {
    expect(describeFailure('password hunter2').message).not.toContain('hunter2');
  });
});

describe('jitteredDelay', () => {
  it('lies between the base and a ceiling that doubles up to its cap', () => {
    for (let attempt = 0; attempt < 40; attempt += 1) {
      const delay = jitteredDelay(attempt);
      expect(delay).toBeGreaterThanOrEqual(200);
      expect(delay).toBeLessThanOrEqual(Math.max(200, Math.min(30_000, 200 * 2 ** attempt)));
    }
  });
});
