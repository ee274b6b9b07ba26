import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Home, PidRecord } from '@creator-connect/local/runner';

interface Database {
  query<T>(text: string): Promise<T[]>;
}

type ServerName = 'postgres' | 'kafka';

/** PostgreSQL and Kafka as processes that may be killed. Their guardian starts them again at once. */
export class Servers {
  constructor(private readonly home: Home) {}

  /** False where the servers were given by their addresses: those are not ours to kill. */
  get areOurs(): boolean {
    return (['postgres', 'kafka'] as const).every((name) => existsSync(this.pidFile(name)));
  }

  /** `kill -9`. */
  killBroker(): void {
    process.kill(this.pidOf('kafka'), 'SIGKILL');
  }

  /** `kill -9` of the process behind one connection of accounts; a busy one, if any is. The server ends all others then. */
  async killBackend(database: Database): Promise<void> {
    const [backend] = await database.query<{ pid: number }>(
      `SELECT pid FROM pg_stat_activity WHERE usename = 'accounts_app' AND datname = current_database()
        ORDER BY state <> 'idle' DESC, state_change DESC LIMIT 1`,
    );
    process.kill(backend!.pid, 'SIGKILL');
  }

  /** What `pg_ctl restart -m immediate` does: no shutdown, no checkpoint, and recovery from the log at the start. */
  crashDatabase(): void {
    process.kill(this.pidOf('postgres'), 'SIGQUIT');
  }

  private pidOf(name: ServerName): number {
    return (JSON.parse(readFileSync(this.pidFile(name), 'utf8')) as PidRecord).pid;
  }

  private pidFile(name: ServerName): string {
    return join(this.home.pids, `${name}.json`);
  }
}
