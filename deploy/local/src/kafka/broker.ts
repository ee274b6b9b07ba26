import { execFile } from 'node:child_process';
import { randomBytes } from 'node:crypto';
import { existsSync, mkdirSync, renameSync, rmSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { promisify } from 'node:util';
import type { GuardedProgram } from '../guardian/messages';
import { checkout, type Home } from '../home';
import { explainSystemError, noSpace, StartError } from '../start-error';
import { tail, writeAtomically } from '../system/files';
import { findJava, kafkaJars } from './jars';
import { kafkaProperties } from './properties';

const memoryFlags = ['-Xms64m', '-Xmx256m', '-XX:+UseSerialGC', '-XX:TieredStopAtLevel=1', '-XX:-UsePerfData'];

/** An Apache Kafka of one process, from the jars that Maven resolved, with its data in the home. */
export class KafkaBroker {
  constructor(
    private readonly home: Home,
    private readonly port: number,
    private readonly controllerPort: number,
  ) {}

  get address(): string {
    return `127.0.0.1:${this.port}`;
  }

  get dataFolder(): string {
    return join(this.home.kafka, 'data');
  }

  get logFile(): string {
    return this.home.log('kafka');
  }

  private get consoleFile(): string {
    return this.home.log('kafka-console');
  }

  /** Formats the data folder when there is none: beside its place, and moved there only when it is complete. */
  async prepare(signal: AbortSignal): Promise<GuardedProgram> {
    const java = findJava();
    const classPath = ['-cp', join(await kafkaJars(signal), '*')];
    const properties = join(this.home.kafka, 'server.properties');
    writeAtomically(properties, kafkaProperties({ ...this.place, dataFolder: this.dataFolder }));
    if (!existsSync(this.dataFolder)) await this.format(java, classPath, signal);
    else if (!existsSync(join(this.dataFolder, 'meta.properties'))) throw this.brokenFolder();
    const config = join(checkout, 'deploy', 'local', 'kafka', 'log4j2.properties');
    return {
      name: 'kafka',
      command: java,
      args: [
        ...memoryFlags,
        `-Dlog4j2.configurationFile=${config}`,
        `-Dconnect.kafka.log=${this.logFile}`,
        ...classPath,
        'kafka.Kafka',
        properties,
      ],
      env: environment(),
      cwd: this.home.kafka,
      log: this.consoleFile,
      mark: `kafka.Kafka ${properties}`,
      stopSignal: 'SIGTERM',
      lastResort: 'SIGKILL',
      pidFile: join(this.home.pids, 'kafka.json'),
    };
  }

  explainLog(): StartError {
    const output = tail(this.logFile) + tail(this.consoleFile);
    if (noSpace.test(output)) {
      return new StartError(
        `The disk that holds ${this.dataFolder} is full.`,
        'Free some space, or point CONNECT_HOME at a folder on another disk.',
      );
    }
    if (/Address already in use/.test(output)) {
      return new StartError(
        `Port ${this.port} (kafka) or ${this.controllerPort} (kafkaController) is in use.`,
        'End the program that holds it, or move this system: PORT_BASE=5400 npm start.',
      );
    }
    return this.brokenFolder();
  }

  private get place(): { port: number; controllerPort: number } {
    return { port: this.port, controllerPort: this.controllerPort };
  }

  private brokenFolder(): StartError {
    return new StartError(
      `Kafka does not start with the folder ${this.dataFolder}; the reason is at the end of ${this.logFile}.`,
      'Put a backup in its place, or start afresh with npm run reset.',
    );
  }

  private async format(java: string, classPath: readonly string[], signal: AbortSignal): Promise<void> {
    const fresh = `${this.dataFolder}.new`;
    const properties = join(this.home.kafka, 'format.properties');
    rmSync(fresh, { recursive: true, force: true });
    mkdirSync(fresh, { recursive: true, mode: 0o700 });
    writeAtomically(properties, kafkaProperties({ ...this.place, dataFolder: fresh }));
    // Joined to its option: one id in 64 begins with a hyphen, and would be read as an option itself.
    const clusterId = `--cluster-id=${randomBytes(16).toString('base64url')}`;
    const args = [...memoryFlags, ...classPath, 'kafka.tools.StorageTool', 'format', clusterId, '-c', properties];
    try {
      await promisify(execFile)(java, args, { env: environment(), signal });
      renameSync(fresh, this.dataFolder);
    } catch (error) {
      const { stderr = '' } = error as { stderr?: string };
      if (noSpace.test(stderr)) throw explainSystemError({ code: 'ENOSPC' }, this.dataFolder);
      throw explainSystemError(error, this.dataFolder);
    } finally {
      rmSync(fresh, { recursive: true, force: true });
      rmSync(properties, { force: true });
    }
  }
}

/** The JVM needs hardly anything of our environment, and what it does not get it cannot print. */
function environment(): Record<string, string> {
  const path = process.env.PATH ?? ['/usr/bin', '/bin'].join(delimiter);
  return { PATH: path, LANG: 'C.UTF-8', ...(process.env.JAVA_HOME ? { JAVA_HOME: process.env.JAVA_HOME } : {}) };
}
