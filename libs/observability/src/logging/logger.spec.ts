import { randomBytes } from 'node:crypto';
import { annotateContext, runInContext } from '../context/request-context';
import { createLogger, NestLogger } from './logger';

const canary = () => randomBytes(24).toString('hex');

function recorded() {
  const lines: string[] = [];
  const logger = createLogger('accounts', 'trace', { write: (line: string) => void lines.push(line) });
  return { logger, lines, records: () => lines.map((line) => JSON.parse(line) as Record<string, unknown>) };
}

describe('the log', () => {
  it('is one JSON line per entry, in UTC, with service and context', () => {
    const { logger, lines, records } = recorded();
    runInContext({ correlationId: 'correlation-1' }, () => {
      annotateContext({ organisationId: 'organisation-1', actor: 'user-1' });
      logger.info('first\nsecond {"level":"forged"}');
    });
    logger.info('outside');
    expect(lines[0]!.trimEnd()).not.toContain('\n');
    expect(records()[0]).toMatchObject({
      level: 'info',
      service: 'accounts',
      correlationId: 'correlation-1',
      organisationId: 'organisation-1',
      actor: 'user-1',
      msg: 'first\nsecond {"level":"forged"}',
    });
    expect(records()[0]!['time']).toMatch(/^\d{4}-\d\d-\d\dT.*Z$/);
    expect(records()[1]).not.toHaveProperty('correlationId');
  });

  it('shows no secret, whichever way it is handed over', () => {
    const { logger, lines, records } = recorded();
    const secret = canary();
    const error = new Error(`Bearer ${secret}`);
    logger.error(error);
    logger.error({ err: error });
    logger.error({ err: error }, 'with a text');
    logger.info('Bearer %s', secret);
    logger.info('%o', { accessToken: secret });
    logger.info({ deep: { headers: { authorization: secret } } }, `EAAB${secret}`);
    logger.child({ refreshToken: secret }).info('from a child');
    logger.info({ raw: Buffer.from(secret) }, 'bytes');
    const nest = new NestLogger(logger);
    nest.error(`?code=${secret}`, error.stack, 'Context');
    nest.log({ url: `/a/${secret}` }, 'Context');
    nest.warn(error, 'Context');
    expect(lines).toHaveLength(11);
    expect(records()[0]).toMatchObject({
      err: { type: 'Error', message: 'Bearer [redacted]' },
      msg: 'Bearer [redacted]',
    });
    const all = lines.join('');
    expect(all).not.toContain(secret);
    expect(all).not.toContain(Buffer.from(secret).toString('base64').slice(0, 20));
    expect(all).not.toContain(Array.from(Buffer.from(secret)).slice(0, 8).join(','));
  });

  it('keeps text, record, stack and context of Nest apart', () => {
    const { logger, records } = recorded();
    const nest = new NestLogger(logger);
    nest.error({ alarm: 'vault' }, 'does not open', 'Vault');
    nest.log('100% done', 'Worker');
    nest.error('failed', 'Error: x\n    at y', 'ExceptionsHandler');
    nest.log({ port: 1 }, 'Nest');
    expect(records()).toMatchObject([
      { alarm: 'vault', msg: 'does not open', context: 'Vault' },
      { msg: '100% done', context: 'Worker' },
      { msg: 'failed', stack: 'Error: x\n    at y', context: 'ExceptionsHandler' },
      { port: 1, msg: '', context: 'Nest' },
    ]);
  });

  it('survives what can not be logged', () => {
    const { logger, records } = recorded();
    const circular: Record<string, unknown> = { big: 1n };
    circular['self'] = circular;
    logger.info(circular, 'circular');
    logger.info(
      {
        get trap(): never {
          throw new Error('no');
        },
      },
      'trap',
    );
    expect(records().map(({ msg }) => msg)).toEqual(['circular', 'trap']);
  });
});
