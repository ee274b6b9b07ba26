import type { Home } from '../home';
import type { Infrastructure } from '../infrastructure/infrastructure';
import type { Ports } from '../ports';
import type { Installation } from './installation';

/** What the command and environment of every program is computed from. */
export interface Place {
  readonly home: Home;
  readonly ports: Ports;
  readonly infrastructure: Pick<Infrastructure, 'databaseUrl' | 'brokers'>;
  readonly installation: Installation;
  readonly env: NodeJS.ProcessEnv;
}
