import { reasonFrom } from './log-reason';

describe('the reason why a service ended', () => {
  it('is the message of the last logged error, without its stack', () => {
    const log = [
      '{"level":"error","msg":"first"}',
      '{"level":"error","err":{"message":"Cannot reach the database\\n    at connect (client.js:1:1)"},"msg":""}',
      '{"level":"info","msg":"closing"}',
    ].join('\n');
    expect(reasonFrom(log)).toBe('Cannot reach the database');
  });

  it('keeps every fault of a configuration that was refused', () => {
    const log =
      'Error: The environment is not usable:\n  PORT: not a number\n  PUBLIC_URL: missing\n    at load (x.js:1)';
    expect(reasonFrom(log)).toBe('Error: The environment is not usable:\n  PORT: not a number\n  PUBLIC_URL: missing');
  });

  it('is the end of the log when no error can be told', () => {
    expect(reasonFrom('one\ntwo')).toBe('one\ntwo');
  });
});
