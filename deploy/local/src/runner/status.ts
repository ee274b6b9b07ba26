import type { Home } from '../home';
import { table } from '../progress/progress';
import { residentBytes, residentBytesWithChildren } from '../system/process-info';
import { readRunState, type Login } from './run-state';

export interface Status {
  readonly ready: boolean;
  readonly addresses: Readonly<Record<string, string>>;
  readonly logins: readonly Login[];
  readonly processes: readonly {
    readonly name: string;
    readonly pid: number;
    readonly port: number | null;
    readonly rss: number;
  }[];
}

/** What runs in this home at this moment. */
export function statusOf(home: Home): Status {
  const state = readRunState(home);
  if (state === undefined) return { ready: false, addresses: {}, logins: [], processes: [] };
  return {
    ready: state.ready,
    addresses: state.addresses,
    logins: state.logins,
    processes: state.processes.map(({ name, pid, port }) => ({
      name,
      pid,
      port: port ?? null,
      rss: name === 'postgres' ? residentBytesWithChildren(pid) : residentBytes(pid),
    })),
  };
}

const megabytes = (bytes: number): string => `${Math.round(bytes / 1024 / 1024)} MB`;

export function describe(status: Status): string {
  if (status.processes.length === 0) return 'Nothing is running. npm start starts the system.';
  const total = status.processes.reduce((sum, each) => sum + each.rss, 0);
  const processes = status.processes.map(({ name, pid, port, rss }) => [
    name,
    String(pid),
    port === null ? '' : String(port),
    megabytes(rss),
  ]);
  const sections = [
    status.ready ? 'Creator Connect is ready.' : 'Creator Connect is not ready.',
    `Addresses\n${table(Object.entries(status.addresses))}`,
    `Logins\n${table(status.logins.map(({ who, email, password }) => [who, email, password]))}`,
    `Processes (${megabytes(total)})\n${table([['name', 'pid', 'port', 'memory'], ...processes])}`,
  ];
  return sections.join('\n\n');
}
