import { parseArgs } from 'node:util';

export const names = [
  'start',
  'callback',
  'detection',
  'gateway',
  'roster',
  'web',
  'flood',
  'memory',
  'relay',
  'consumer',
] as const;
export type Name = (typeof names)[number];

export interface Options {
  json: boolean;
  cold: boolean;
  only: readonly Name[];
}

export const help = `Usage: npm run bench [-- options]

Measures this checkout against bare baselines of the same run, on PostgreSQL, Kafka and a system of its own that it ends again.

  --only <name>  only this figure; may be given more than once: ${names.join(', ')}
  --cold         also start from nothing: a fresh clone without packages, jars and builds (minutes, needs the registries)
  --json         the figures as JSON
  --help         this text`;

/** Undefined when only the help was asked for. */
export function readOptions(args: readonly string[]): Options | undefined {
  const { values } = parseArgs({
    args: [...args],
    options: {
      json: { type: 'boolean', default: false },
      cold: { type: 'boolean', default: false },
      help: { type: 'boolean', short: 'h', default: false },
      only: { type: 'string', multiple: true },
    },
  });
  if (values.help) return undefined;
  const only = (values.only ?? [...names]).map((name) => {
    const known = names.find((candidate) => candidate === name);
    if (!known) throw new Error(`There is no figure named ${name}; there are: ${names.join(', ')}`);
    return known;
  });
  return { json: values.json, cold: values.cold, only };
}
