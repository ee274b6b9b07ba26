import { Home } from '../home';
import { defaultPortBase, portsFrom } from '../ports';
import { prepareInstallation } from '../runner/installation';
import type { Place } from '../runner/place';
import { migrationCommand, sandboxCommand, serviceCommand } from '../runner/processes';
import { serviceNames, type ServiceName } from '../runner/service-names';

export type ContainerPart = ServiceName | 'sandbox' | 'migrate' | 'topics';

interface Command {
  readonly entry: string;
  readonly env: Record<string, string>;
}

type Environment = Record<string, string>;

/** Inside the compose network every part has a name; outside only the published ports on the loopback address count. */
function namesInsteadOfLoopback(env: Environment): Environment {
  const ports = portsFrom(defaultPortBase);
  const parts = [...serviceNames, 'sandbox'] as const;
  const translate = (value: string): string =>
    parts.reduce((text, part) => text.replaceAll(`127.0.0.1:${ports[part]}`, `${part}:${ports[part]}`), value);
  return Object.fromEntries(Object.entries(env).map(([key, value]) => [key, translate(value)]));
}

const isService = (part: string): part is ServiceName => serviceNames.some((name) => name === part);

function required(env: NodeJS.ProcessEnv, name: string): string {
  const value = env[name];
  if (!value) throw new Error(`${name} is not set.`);
  return value;
}

/** Which program this part runs, and in which environment. */
export function containerCommands(part: ContainerPart, env: NodeJS.ProcessEnv): readonly Command[] {
  const home = new Home(env.CONNECT_HOME ?? '/');
  const ports = portsFrom(defaultPortBase);
  const databaseUrl = required(env, 'DATABASE_URL');
  const brokers = required(env, 'KAFKA_BROKERS').split(',');
  // The addresses of the servers are not the services' own: each gets its own role, and its platform settings.
  const { DATABASE_URL: _database, KAFKA_BROKERS: _brokers, ...rest } = env;
  const place: Place = {
    home,
    ports,
    infrastructure: { databaseUrl, brokers },
    installation: prepareInstallation(home),
    env: rest,
  };
  const inContainer = (command: Command): Command => ({
    entry: command.entry,
    env: { ...namesInsteadOfLoopback(command.env), HOST: '0.0.0.0', CONNECT_SUPERVISED: '0', ...overrides(part, env) },
  });
  if (part === 'migrate') return serviceNames.map((name) => migrationCommand(place, name));
  if (part === 'sandbox') return [inContainer(sandboxCommand(place))];
  if (isService(part)) return [inContainer(serviceCommand(place, part))];
  throw new Error(
    `There is no part named ${String(part)}; known are migrate, topics, sandbox, ${serviceNames.join(', ')}.`,
  );
}

function overrides(part: ContainerPart, env: NodeJS.ProcessEnv): Environment {
  if (part === 'notifications') return { SMTP_URL: required(env, 'SMTP_URL') };
  // The sandbox calls the gateway's webhooks by its name in the network.
  if (part === 'gateway') return { ALLOWED_HOSTS: `gateway:${defaultPortBase}` };
  // Where the sandbox keeps its state is writable nowhere in the image, and the box may forget.
  return part === 'sandbox' ? { SANDBOX_STATE_FILE: '' } : {};
}
