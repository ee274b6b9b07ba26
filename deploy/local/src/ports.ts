import { createServer } from 'node:net';
import { StartError } from './start-error';

/** Distance of each part's port from PORT_BASE. */
export const portOffsets = {
  gateway: 0,
  oauth: 1,
  accounts: 2,
  ttcm: 3,
  collector: 4,
  notifications: 5,
  sandbox: 6,
  mail: 7,
  smtp: 8,
  postgres: 9,
  kafka: 10,
  kafkaController: 11,
  gatewayOperations: 12,
} as const;

export type PortName = keyof typeof portOffsets;
export type Ports = Readonly<Record<PortName, number>>;

export const defaultPortBase = 4400;

export function portsFrom(base: number): Ports {
  return Object.fromEntries(Object.entries(portOffsets).map(([name, offset]) => [name, base + offset])) as Ports;
}

export function portBase(env: NodeJS.ProcessEnv = process.env): number {
  const text = env.PORT_BASE;
  if (text === undefined || text === '') return defaultPortBase;
  const base = Number(text);
  if (!Number.isInteger(base) || base < 1024 || base > 65_500) {
    throw new StartError('PORT_BASE is not a usable port.', 'Give a whole number between 1024 and 65500.');
  }
  return base;
}

/** Whether nobody listens on this port of the loopback address. */
export function isFree(port: number): Promise<boolean> {
  return new Promise((resolve) => {
    const probe = createServer();
    probe.once('error', () => resolve(false));
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}

/** Refuses to go on when one of the named parts would find its port taken, and names it. */
export async function requireFreePorts(ports: Ports, names: readonly PortName[]): Promise<void> {
  const taken: PortName[] = [];
  for (const name of names) {
    if (!(await isFree(ports[name]))) taken.push(name);
  }
  if (taken.length === 0) return;
  const list = taken.map((name) => `${ports[name]} (${name})`).join(', ');
  throw new StartError(
    taken.length === 1 ? `Port ${list} is in use.` : `These ports are in use: ${list}.`,
    'End the program that holds it, or move this system: PORT_BASE=5400 npm start.',
  );
}

/** A base whose whole range is free at this moment; random, so that runs side by side rarely meet. */
export async function findFreePortBase(): Promise<number> {
  const span = Math.max(...Object.values(portOffsets)) + 1;
  for (let attempt = 0; attempt < 50; attempt += 1) {
    // Below 32768: from there on Linux hands out ports for outgoing connections, which would get in the way.
    const base = 10_000 + Math.floor(Math.random() * 1_100) * 20;
    const free = await Promise.all(Array.from({ length: span }, (_, offset) => isFree(base + offset)));
    if (free.every(Boolean)) return base;
  }
  throw new StartError('No free range of ports was found.', 'Set PORT_BASE to the start of thirteen free ports.');
}
