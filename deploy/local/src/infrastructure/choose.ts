import { execFile } from 'node:child_process';
import { promisify } from 'node:util';
import type { Guardian } from '../guardian/guardian';
import type { Home } from '../home';
import { untilKafkaAnswers } from '../kafka/ready';
import type { PortName, Ports } from '../ports';
import { untilPostgresAnswers } from '../postgres/ready';
import { StartError } from '../start-error';
import { startDocker } from './docker';
import { startEmbedded } from './embedded';
import type { Infrastructure } from './infrastructure';

export type Source = Infrastructure['source'];

async function dockerAnswers(): Promise<boolean> {
  try {
    // The engine's version: a client without an engine fails here.
    await promisify(execFile)('docker', ['info', '--format', '{{.ServerVersion}}'], { timeout: 5_000 });
    await promisify(execFile)('docker', ['compose', 'version'], { timeout: 5_000 });
    return true;
  } catch {
    return false;
  }
}

/**
 * Given addresses win, then a Docker engine, then the servers that come as packages. CONNECT_INFRASTRUCTURE decides
 * for somebody who has an engine but does not want it used, or the other way round.
 */
export async function chooseSource(env: NodeJS.ProcessEnv): Promise<Source> {
  const { DATABASE_URL, KAFKA_BROKERS, CONNECT_INFRASTRUCTURE } = env;
  if (CONNECT_INFRASTRUCTURE === 'embedded' || CONNECT_INFRASTRUCTURE === 'docker') return CONNECT_INFRASTRUCTURE;
  if (CONNECT_INFRASTRUCTURE) {
    throw new StartError('CONNECT_INFRASTRUCTURE is not known.', 'It may be embedded or docker, or not be set.');
  }
  if (DATABASE_URL && KAFKA_BROKERS) return 'given';
  if (DATABASE_URL || KAFKA_BROKERS) {
    throw new StartError(
      `Only ${DATABASE_URL ? 'DATABASE_URL' : 'KAFKA_BROKERS'} is set.`,
      'Set both DATABASE_URL and KAFKA_BROKERS to use servers of your own, or neither.',
    );
  }
  return (await dockerAnswers()) ? 'docker' : 'embedded';
}

/**
 * The ports that this source needs beside those of the services. Docker's may be held by our own containers, which
 * outlive a killed runner and are used again.
 */
export const portsOf: Record<Source, readonly PortName[]> = {
  given: ['mail', 'smtp'],
  docker: [],
  embedded: ['postgres', 'kafka', 'kafkaController', 'mail', 'smtp'],
};

async function useGiven(env: NodeJS.ProcessEnv, signal: AbortSignal): Promise<Infrastructure> {
  const databaseUrl = env.DATABASE_URL ?? '';
  const brokers = (env.KAFKA_BROKERS ?? '').split(',');
  const unreachable = (what: string) => (error: unknown) => {
    throw new StartError(`${what} does not answer.`, 'Check the address in the environment.', { cause: error });
  };
  await Promise.all([
    untilPostgresAnswers(databaseUrl, 10_000, signal).catch(unreachable('The PostgreSQL of DATABASE_URL')),
    untilKafkaAnswers(brokers, 10_000, signal).catch(unreachable('The Kafka of KAFKA_BROKERS')),
  ]);
  return { source: 'given', databaseUrl, brokers, hasMail: false, processes: () => [], stop: async () => undefined };
}

export interface InfrastructureOptions {
  readonly env: NodeJS.ProcessEnv;
  readonly throwAway: boolean;
  /** Ends the start half-way. */
  readonly signal: AbortSignal;
}

export async function startInfrastructure(
  source: Source,
  place: { home: Home; ports: Ports; guardian: Guardian },
  options: InfrastructureOptions,
): Promise<Infrastructure> {
  switch (source) {
    case 'given':
      return useGiven(options.env, options.signal);
    case 'docker':
      return startDocker(place.home, place.ports, options.signal);
    case 'embedded':
      return startEmbedded(place.home, place.ports, place.guardian, options);
  }
}
