import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { checkout, type Home } from '../home';
import { untilKafkaAnswers } from '../kafka/ready';
import type { Ports } from '../ports';
import { untilPostgresAnswers } from '../postgres/ready';
import { StartError } from '../start-error';
import { writeAtomically } from '../system/files';
import { databaseName, type Infrastructure } from './infrastructure';

/** The services of docker-compose.yml that stand in for the embedded servers and maildev. */
const services = ['postgres', 'kafka', 'maildev'];

function password(home: Home): string {
  const path = join(home.secrets, 'postgres-superuser');
  if (!existsSync(path)) writeAtomically(path, randomBytes(24).toString('base64url'));
  return readFileSync(path, 'utf8');
}

/** One project per home, so that two systems keep their containers and volumes apart. */
async function compose(home: Home, ports: Ports, args: readonly string[], signal?: AbortSignal): Promise<void> {
  const file = join(checkout, 'docker-compose.yml');
  const env = { ...process.env, POSTGRES_PASSWORD: password(home), PORT_BASE: undefined };
  const numbers = {
    POSTGRES_PORT: String(ports.postgres),
    KAFKA_PORT: String(ports.kafka),
    MAIL_PORT: String(ports.mail),
    SMTP_PORT: String(ports.smtp),
  };
  const all = ['compose', '-p', `creator-connect-${home.id}`, '-f', file, ...args];
  try {
    await promisify(execFile)('docker', all, { env: { ...env, ...numbers }, maxBuffer: 10_000_000, signal });
  } catch (error) {
    const { stderr = '' } = error as { stderr?: string };
    throw new StartError(
      `Docker could not ${args[0] === 'up' ? 'start' : 'stop'} PostgreSQL and Kafka: ${stderr.trim().split('\n').at(-1)}`,
      'Mend it, or end the Docker engine to use the embedded servers, or give DATABASE_URL and KAFKA_BROKERS.',
      { cause: error },
    );
  }
}

export async function startDocker(home: Home, ports: Ports, signal: AbortSignal): Promise<Infrastructure> {
  await compose(home, ports, ['up', '--detach', '--wait', ...services], signal);
  const databaseUrl = `postgres://postgres:${password(home)}@127.0.0.1:${ports.postgres}/${databaseName}`;
  const brokers = [`127.0.0.1:${ports.kafka}`];
  await Promise.all([untilPostgresAnswers(databaseUrl, 60_000, signal), untilKafkaAnswers(brokers, 60_000, signal)]);
  return {
    source: 'docker',
    databaseUrl,
    brokers,
    hasMail: true,
    processes: () => [],
    stop: () => compose(home, ports, ['stop', ...services]),
  };
}

/** Removes the containers and their data. */
export async function removeDocker(home: Home, ports: Ports): Promise<void> {
  await compose(home, ports, ['down', '--volumes']);
}
