import { execFile, spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { cacheFolder, checkout } from '../home';
import { StartError } from '../start-error';

const pom = join(checkout, 'deploy', 'local', 'kafka', 'pom.xml');
const threeWaysOut =
  'Install Java 17 and Maven, or start a Docker engine, or give KAFKA_BROKERS and DATABASE_URL of running servers.';

/** The Java program to use: JAVA_HOME's, else the one on the path. Kafka 4 needs Java 17. */
export function findJava(env: NodeJS.ProcessEnv = process.env): string {
  const java = env.JAVA_HOME ? join(env.JAVA_HOME, 'bin', 'java') : 'java';
  const result = spawnSync(java, ['-version'], { encoding: 'utf8', env });
  if (result.error !== undefined || result.status !== 0) {
    throw new StartError('Kafka needs Java, and none was found.', threeWaysOut);
  }
  const major = Number(result.stderr.match(/version "(\d+)/)?.[1] ?? 0);
  if (major < 17) {
    throw new StartError(`Kafka needs Java 17 or later, and this is Java ${major}.`, threeWaysOut);
  }
  return java;
}

function isComplete(folder: string): boolean {
  const list = join(folder, 'complete.json');
  if (!existsSync(list)) return false;
  const names = JSON.parse(readFileSync(list, 'utf8')) as string[];
  return names.length > 0 && names.every((name) => existsSync(join(folder, name)));
}

async function copyDependencies(folder: string, signal: AbortSignal): Promise<void> {
  try {
    const goal = ['dependency:copy-dependencies', `-DoutputDirectory=${folder}`, '-DincludeScope=runtime'];
    await promisify(execFile)('mvn', ['-q', '-B', '-f', pom, ...goal], { maxBuffer: 10_000_000, signal });
  } catch (error) {
    signal.throwIfAborted();
    const { code, stdout = '' } = error as { code?: string | number; stdout?: string };
    if (code === 'ENOENT') {
      throw new StartError('Kafka is fetched by Maven, and none was found.', threeWaysOut, { cause: error });
    }
    const reason = stdout.split('\n').find((line) => line.includes('[ERROR]')) ?? String(error);
    throw new StartError(`Maven could not fetch Kafka: ${reason.trim()}`, `Check the network, or: ${threeWaysOut}`);
  }
}

/**
 * The folder with Kafka's jars, resolved by Maven once per content of the pom: Maven takes seconds even when it has
 * nothing to do.
 */
export async function kafkaJars(signal: AbortSignal): Promise<string> {
  const hash = createHash('sha256').update(readFileSync(pom)).digest('hex').slice(0, 12);
  const folder = join(cacheFolder, `kafka-${hash}`);
  if (isComplete(folder)) return folder;
  const fresh = `${folder}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    await copyDependencies(fresh, signal);
    const jars = readdirSync(fresh).filter((name) => name.endsWith('.jar'));
    writeFileSync(join(fresh, 'complete.json'), JSON.stringify(jars));
    rmSync(folder, { recursive: true, force: true });
    renameSync(fresh, folder);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
  return folder;
}
