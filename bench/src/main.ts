/** `npm run bench`: each figure against a bare baseline of the same run, on servers and a system of its own. */
import 'reflect-metadata';
import { execFileSync } from 'node:child_process';
import { join } from 'node:path';
import { callbackBench } from './callback.bench';
import { consumerBench } from './consumer.bench';
import { detectionBench } from './detection.bench';
import { table, type Figure } from './figures';
import { floodBench } from './flood.bench';
import { gatewayBench } from './gateway.bench';
import { memoryFigures } from './memory.bench';
import { help, readOptions, type Name, type Options } from './options';
import { checkout, Place, Program, startSystem, type SystemStatus } from './programs';
import { rosterBench } from './roster.bench';
import { relayBench } from './relay.bench';
import { webBench } from './web/web.bench';
import { coldStart, warmStart } from './start.bench';

const tell = (text: string) => process.stderr.write(`${text}\n`);

async function main(): Promise<void> {
  const options = readOptions(process.argv.slice(2));
  if (!options) {
    console.log(help);
    return;
  }
  const figures = [
    ...(await ofTheSystem(options)),
    ...(await ofTheLimits(options)),
    ...(await ofTheLibraries(options)),
  ];
  if (options.cold) {
    tell('A cold start in a fresh clone …');
    figures.push(await coldStart());
  }
  console.log(options.json ? JSON.stringify(figures, null, 2) : table(figures));
}

async function ofTheSystem({ only }: Options): Promise<Figure[]> {
  const wanted = (name: Name) => only.includes(name);
  if (!(['start', 'callback', 'detection', 'gateway', 'roster', 'web', 'memory'] as const).some(wanted)) return [];
  const place = await Place.create();
  try {
    tell('The whole system starts for the first time …');
    await (await startSystem(place)).stop();
    tell('… and again, warm …');
    const system = await startSystem(place);
    try {
      const figures: Figure[] = wanted('start') ? [warmStart(system)] : [];
      if (wanted('memory')) {
        tell('Memory at rest …');
        await new Promise((wait) => setTimeout(wait, 10_000));
        figures.push(...memoryFigures(statusOf(place)));
      }
      const { databaseUrl, brokers } = place.infrastructure;
      if (wanted('callback')) {
        tell('Callback to event …');
        figures.push(...(await callbackBench(system.status, brokers)));
      }
      if (wanted('detection')) {
        tell('From an end at the platform to its state …');
        figures.push(...(await detectionBench(system.status, brokers)));
      }
      if (wanted('gateway')) {
        tell('Reads through the gateway …');
        figures.push(...(await gatewayBench(system.status, databaseUrl)));
      }
      if (wanted('roster')) {
        tell('A large organisation …');
        figures.push(...(await rosterBench(system.status, databaseUrl)));
      }
      if (wanted('web')) {
        tell('The web app in a browser …');
        figures.push(...(await webBench(system.status, databaseUrl, brokers)));
      }
      return figures;
    } finally {
      await system.stop();
    }
  } finally {
    place.remove();
  }
}

/** On a system with the limits that protect an installation, where the other figures are taken without them. */
async function ofTheLimits({ only }: Options): Promise<Figure[]> {
  if (!only.includes('flood')) return [];
  const place = await Place.create({});
  try {
    tell('A system with its limits starts …');
    const system = await startSystem(place);
    try {
      tell('One organisation floods …');
      return await floodBench(system.status, place.infrastructure.databaseUrl);
    } finally {
      await system.stop();
    }
  } finally {
    place.remove();
  }
}

async function ofTheLibraries({ only }: Options): Promise<Figure[]> {
  if (!only.includes('relay') && !only.includes('consumer')) return [];
  const place = await Place.create();
  const servers = Program.start(place, 'infra');
  try {
    tell('PostgreSQL and Kafka alone …');
    await servers.says('KAFKA_BROKERS=');
    // Where the helpers for test databases look for the server.
    process.env['DATABASE_URL'] = /DATABASE_URL=(\S+)/.exec(servers.output)![1]!;
    const brokers = /KAFKA_BROKERS=(\S+)/.exec(servers.output)![1]!.split(',');
    const figures: Figure[] = [];
    if (only.includes('relay')) {
      tell('Relay …');
      figures.push(await relayBench(brokers, 'bench-relay.'));
    }
    if (only.includes('consumer')) {
      tell('Consumer …');
      figures.push(...(await consumerBench(brokers, 'bench-consumer.')));
    }
    return figures;
  } finally {
    await servers.stop();
    place.remove();
  }
}

function statusOf(place: Place): SystemStatus {
  const command = join(checkout, 'deploy', 'local', 'bin', 'status.mjs');
  const env = { ...process.env, CONNECT_HOME: place.home, PORT_BASE: String(place.portBase) };
  return JSON.parse(execFileSync(process.execPath, [command, '--json'], { encoding: 'utf8', env })) as SystemStatus;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    tell((error as Error).message);
    process.exit(1);
  },
);
