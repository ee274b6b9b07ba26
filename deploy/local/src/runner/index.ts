/** The runner's door for the fault tests, which start services as it does, but several of each and not in its care. */
export { checkout, Home } from '../home';
export { ensureDatabase } from '../postgres/ready';
export type { PidRecord } from '../guardian/messages';
export { portsFrom } from '../ports';
export { prepareInstallation } from './installation';
export { runMigrations } from './migrations';
export type { Place } from './place';
export { migrationCommand, serviceCommand } from './processes';
export type { ServiceName } from './service-names';
