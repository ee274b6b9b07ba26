import { chmodSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { delimiter, join, resolve } from 'node:path';
import { Sandboxed, type Run } from './support/runner';

/**
 * What the runner does where PostgreSQL and Kafka are not its own. No Docker engine can be had in a test; a program in its
 * place writes down what it is asked for, and the servers that it would have started are started beforehand.
 */
const playedDocker = `#!${process.execPath}
const { appendFileSync } = require('node:fs');
const args = process.argv.slice(2);
const { POSTGRES_PORT, KAFKA_PORT, MAIL_PORT, SMTP_PORT, PLAYED_LOG, PLAYED_FAULT } = process.env;
appendFileSync(PLAYED_LOG, JSON.stringify({ args, ports: [POSTGRES_PORT, KAFKA_PORT, MAIL_PORT, SMTP_PORT] }) + '\\n');
if (PLAYED_FAULT && args.includes('up')) {
  console.error('some progress\\n' + PLAYED_FAULT);
  process.exit(1);
}
`;

const composeFile = resolve(__dirname, '../../../../docker-compose.yml');

describe('PostgreSQL and Kafka from elsewhere', () => {
  const folder = mkdtempSync(join(tmpdir(), 'connect-other-servers-'));
  const home = join(folder, 'home');
  const log = join(folder, 'docker.log');
  let place: Sandboxed;
  let servers: Run;
  let databaseUrl: string;
  let brokers: string;

  beforeAll(async () => {
    chmodSync(folder, 0o711);
    writeFileSync(join(folder, 'docker'), playedDocker, { mode: 0o755 });
    place = await Sandboxed.create();
    servers = place.run(['infra']);
    const said = await servers.says('KAFKA_BROKERS=');
    databaseUrl = /DATABASE_URL=(\S+)/.exec(said)![1]!;
    brokers = /KAFKA_BROKERS=(\S+)/.exec(said)![1]!;
    mkdirSync(join(home, 'secrets'), { recursive: true });
    writeFileSync(join(home, 'secrets', 'postgres-superuser'), decodeURIComponent(new URL(databaseUrl).password));
  }, 120_000);
  afterAll(async () => {
    servers.kill('SIGTERM');
    await servers.ended;
    place.remove();
    rmSync(folder, { recursive: true });
  });

  const start = (env: NodeJS.ProcessEnv) =>
    place.run(['start'], {
      CONNECT_HOME: home,
      CONNECT_INFRASTRUCTURE: '',
      PATH: `${folder}${delimiter}${process.env['PATH']}`,
      PLAYED_LOG: log,
      ...env,
    });
  const asked = () => {
    const lines = existsSync(log) ? readFileSync(log, 'utf8').trim().split('\n') : [];
    return lines.map((line) => JSON.parse(line) as { args: string[]; ports: string[] });
  };
  const untilServersAnswered = async (run: Run) => {
    await run.says('PostgreSQL and Kafka: done');
    run.kill('SIGTERM');
    expect((await run.ended).code).toBe(0);
  };

  it('are containers of the compose file when an engine answers, stopped and kept at the end', async () => {
    await untilServersAnswered(start({}));
    const [info, version, up, stop] = asked();
    expect([info!.args[0], version!.args.slice(0, 2)]).toEqual(['info', ['compose', 'version']]);
    const { postgres, kafka, mail, smtp } = place.ports;
    expect(up!.ports).toEqual([postgres, kafka, mail, smtp].map(String));
    const project = ['compose', '-p', expect.stringMatching(/^creator-connect-./), '-f', composeFile];
    expect(up!.args).toEqual([...project, 'up', '--detach', '--wait', 'postgres', 'kafka', 'maildev']);
    expect(stop!.args).toEqual([...project, 'stop', 'postgres', 'kafka', 'maildev']);
  }, 120_000);

  it('that Docker cannot start are one sentence, with its reason and three ways out', async () => {
    const { code, stderr } = await start({ PLAYED_FAULT: 'no space left in the registry' }).ended;
    expect(stderr).toBe(
      'Docker could not start PostgreSQL and Kafka: no space left in the registry ' +
        'Mend it, or end the Docker engine to use the embedded servers, or give DATABASE_URL and KAFKA_BROKERS.\n',
    );
    expect(code).toBe(1);
  }, 120_000);

  it('are used by their addresses when these are given, and no engine is asked', async () => {
    const before = asked().length;
    await untilServersAnswered(start({ DATABASE_URL: databaseUrl, KAFKA_BROKERS: brokers }));
    expect(asked()).toHaveLength(before);
  }, 120_000);

  it('are named when only one address is given, or nobody answers there', async () => {
    const half = await start({ DATABASE_URL: databaseUrl }).ended;
    expect(half.stderr).toBe(
      'Only DATABASE_URL is set. Set both DATABASE_URL and KAFKA_BROKERS to use servers of your own, or neither.\n',
    );
    const nobody = await start({ DATABASE_URL: 'postgres://nobody@127.0.0.1:1/none', KAFKA_BROKERS: brokers }).ended;
    expect(nobody.stderr).toBe(
      'The PostgreSQL of DATABASE_URL does not answer. Check the address in the environment.\n',
    );
    expect([half.code, nobody.code]).toEqual([1, 1]);
  }, 120_000);
});
