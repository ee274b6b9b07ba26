import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { topics } from '@creator-connect/contracts';
import { ensureTopics } from '@creator-connect/messaging/setup';
import { Guardian } from '../guardian/guardian';
import { endLeftovers } from '../guardian/leftovers';
import { checkout, type Home } from '../home';
import { chooseSource, portsOf, startInfrastructure } from '../infrastructure/choose';
import { databaseName, type Infrastructure } from '../infrastructure/infrastructure';
import { requireFreePorts, type PortName, type Ports } from '../ports';
import type { Step } from '../progress/progress';
import { seedDemoOrganisation } from '../seed/seed';
import { rotateLog, writeAtomically } from '../system/files';
import { prepareInstallation, type Installation } from './installation';
import { explainMail, mailProgram, untilMailAnswers } from './mail';
import { runMigrations } from './migrations';
import type { Place } from './place';
import { migrationCommand, publicUrl, sandboxCommand, serviceCommand } from './processes';
import { unlockHome, writeRunState, type Login, type ProcessEntry, type RunState } from './run-state';
import { serviceNames } from './service-names';
import { ServiceProcess } from './service-process';

export interface SystemOptions {
  readonly env: NodeJS.ProcessEnv;
  /** The settings of tests: data that nobody will miss. */
  readonly throwAway: boolean;
  readonly onNotice: (text: string) => void;
  /** Something that cannot be healed has happened: the system has to be stopped. */
  readonly onLost: (reason: string) => void;
}

const servicePorts: readonly PortName[] = [...serviceNames, 'sandbox', 'gatewayOperations'];

/** The whole system on this machine: what is started in which order, and stopped in which. */
export class System {
  private readonly guardian: Guardian;
  private readonly services: ServiceProcess[] = [];
  private readonly interrupted = new AbortController();
  private readonly startedAt = new Date().toISOString();
  private infrastructure: Infrastructure | undefined;
  private installation: Installation | undefined;
  private logins: readonly Login[] = [];
  private complete = false;
  private current: Promise<void> | undefined;
  private stopping: Promise<void> | undefined;

  /** The home must be prepared and locked. */
  constructor(
    private readonly home: Home,
    private readonly ports: Ports,
    private readonly options: SystemOptions,
  ) {
    this.guardian = new Guardian(home);
    this.guardian.on('started', () => this.publish());
    this.guardian.on('exited', (name, how) => {
      if (this.complete) options.onNotice(`${name} ended by itself (${how}) and is started again.`);
      this.publish();
    });
    this.guardian.once('lost', () => options.onLost('The guardian of PostgreSQL and Kafka was killed.'));
  }

  /** To be called before there is a guardian of our own: ends the programs of a run that was killed. */
  static async clearLeftovers(home: Home, onNotice: (text: string) => void): Promise<void> {
    for (const name of await endLeftovers(home.pids)) onNotice(`Ended ${name}, left over from an earlier run.`);
  }

  get steps(): readonly Step[] {
    return [
      this.step('PostgreSQL and Kafka', (say) => this.startInfrastructure(say)),
      this.step('Mail, database schemas, topics', () => this.prepareServices()),
      this.step('Services', (say) => this.startServices(say)),
      this.step('Demo organisation', () => this.seed()),
    ];
  }

  /** Stops what runs, in order: first those who take work, last what they keep it in. Safe to call at any time. */
  stop(): Promise<void> {
    this.stopping ??= this.stopAll();
    return this.stopping;
  }

  get state(): RunState {
    const { ports } = this;
    return {
      pid: process.pid,
      ready: this.complete && this.services.every((service) => service.ready),
      startedAt: this.startedAt,
      addresses: {
        web: publicUrl(ports),
        gateway: publicUrl(ports),
        docs: `${publicUrl(ports)}/docs`,
        sandbox: `http://localhost:${ports.sandbox}`,
        mail: `http://127.0.0.1:${ports.mail}`,
        smtp: `smtp://127.0.0.1:${ports.smtp}`,
        postgres: withoutPassword(this.infrastructure?.databaseUrl),
        kafka: this.infrastructure?.brokers.join(',') ?? '',
      },
      logins: this.logins,
      processes: this.processes,
    };
  }

  /** Remembers what is going on: a stop has to wait for it, or something would be started after the stop. */
  private step(title: string, work: Step['run']): Step {
    const run: Step['run'] = (say) => {
      this.interrupted.signal.throwIfAborted();
      const going = work(say);
      this.current = going.catch(() => undefined);
      return going;
    };
    return { title, run };
  }

  private get processes(): readonly ProcessEntry[] {
    const mail = this.guardian.pidOf('mail');
    return [
      { name: 'runner', pid: process.pid },
      { name: 'guardian', pid: this.guardian.pid },
      ...(this.infrastructure?.processes() ?? []),
      ...(mail === undefined ? [] : [{ name: 'mail', pid: mail, port: this.ports.mail }]),
      ...this.services.flatMap(({ command, pid }) =>
        pid === undefined ? [] : [{ name: command.name, pid, port: command.port }],
      ),
    ];
  }

  private async startInfrastructure(say: (text: string) => void): Promise<void> {
    const source = await chooseSource(this.options.env);
    say(source);
    await requireFreePorts(this.ports, [...servicePorts, ...portsOf[source]]);
    this.installation = prepareInstallation(this.home);
    const place = { home: this.home, ports: this.ports, guardian: this.guardian };
    const { env, throwAway } = this.options;
    const { signal } = this.interrupted;
    this.infrastructure = await startInfrastructure(source, place, { env, throwAway, signal });
    this.rememberInfrastructure(this.infrastructure);
    this.publish();
  }

  private async prepareServices(): Promise<void> {
    const { place } = this;
    const migrations = serviceNames.filter((name) => this.isBuilt(name)).map((name) => migrationCommand(place, name));
    await settleAll([
      runMigrations(this.home, migrations, this.interrupted.signal),
      ensureTopics(place.infrastructure.brokers, Object.values(topics)),
      this.startMail(),
    ]);
  }

  private async startMail(): Promise<void> {
    if (this.infrastructure?.hasMail) return;
    const program = mailProgram(this.home, this.ports);
    rotateLog(program.log);
    await this.guardian.run(
      program,
      (signal) => untilMailAnswers(this.ports, signal),
      () => explainMail(this.home),
    );
  }

  private async startServices(say: (text: string) => void): Promise<void> {
    const { place } = this;
    const commands = serviceNames.map((name) => serviceCommand(place, name));
    const watcher = { notice: this.options.onNotice, changed: () => this.publish() };
    for (const command of [sandboxCommand(place), ...commands]) {
      this.services.push(new ServiceProcess(command, this.home, watcher));
    }
    const ready: string[] = [];
    const start = async (service: ServiceProcess): Promise<void> => {
      await service.start();
      ready.push(service.command.name);
      say(ready.join(', '));
    };
    await settleAll(this.services.map(start));
  }

  private async seed(): Promise<void> {
    const { installation } = this.place;
    this.logins = await seedDemoOrganisation({
      gateway: `http://127.0.0.1:${this.ports.gateway}`,
      origin: publicUrl(this.ports),
      mail: `http://127.0.0.1:${this.ports.mail}`,
      setupToken: installation.secrets.setupToken,
      owner: installation.owner,
    });
    this.complete = true;
    this.publish();
  }

  private async stopAll(): Promise<void> {
    this.interrupted.abort(new Error('The start was interrupted.'));
    this.complete = false;
    const gateway = this.services.filter(({ command }) => command.name === 'gateway');
    const others = this.services.filter((service) => !gateway.includes(service));
    await Promise.all(gateway.map((service) => service.stop()));
    await Promise.all(others.map((service) => service.stop()));
    await this.guardian.stop();
    await this.current;
    await this.infrastructure?.stop();
    // Nothing is left to end, unless the guardian itself was killed.
    await endLeftovers(this.home.pids);
    unlockHome(this.home);
  }

  private get place(): Place {
    const { home, ports, infrastructure, installation } = this;
    if (infrastructure === undefined || installation === undefined) throw new Error('The start is out of order.');
    return { home, ports, infrastructure, installation, env: this.options.env };
  }

  private isBuilt(name: string): boolean {
    return existsSync(join(checkout, 'services', name, 'dist', 'migrate.js'));
  }

  /** For tools that look behind the doors of a running system (the ledger of the fault tests, the bench). */
  private rememberInfrastructure({ databaseUrl, brokers }: Infrastructure): void {
    writeAtomically(join(this.home.secrets, 'infrastructure.json'), JSON.stringify({ databaseUrl, brokers }));
  }

  private publish(): void {
    if (this.stopping !== undefined) return;
    try {
      writeRunState(this.home, this.state);
    } catch (error) {
      this.options.onNotice(`npm run status is out of date: ${(error as Error).message}`);
    }
  }
}

function withoutPassword(databaseUrl: string | undefined): string {
  if (databaseUrl === undefined) return '';
  const { host } = new URL(databaseUrl);
  return `postgres://${host}/${databaseName}`;
}

/** Waits for all, also after a failure, so that nothing is started behind the back of the stop that follows. */
async function settleAll(works: readonly Promise<void>[]): Promise<void> {
  const failure = (await Promise.allSettled(works)).find((outcome) => outcome.status === 'rejected');
  if (failure !== undefined) throw failure.reason;
}
