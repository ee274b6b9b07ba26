import { migrate, type MigrationClass } from './migrate';

/** The whole of a service's migrate.ts. Prints one line and ends the process with code 1 when it fails. */
export async function migrateFromEnvironment(
  service: string,
  migrations: MigrationClass[],
  env: NodeJS.ProcessEnv = process.env,
): Promise<void> {
  const adminUrl = env['MIGRATION_DATABASE_URL'];
  if (!adminUrl) {
    process.stderr.write(
      'MIGRATION_DATABASE_URL is missing: the address of a role that may create schemas and roles\n',
    );
    process.exitCode = 1;
    return;
  }
  const [owner, app, router] = ['OWNER', 'APP', 'ROUTER'].map((role) => env[`DATABASE_${role}_PASSWORD`]);
  const passwords = { ...(owner && { owner }), ...(app && { app }), ...(router && { router }) };
  try {
    await migrate({ adminUrl, service, migrations, passwords });
    process.stdout.write(`${service}: the schema is up to date\n`);
  } catch (error) {
    // The address holds a password, and drivers like to quote it.
    process.stderr.write(`${service}: migrating failed: ${String(error).replaceAll(adminUrl, '[database address]')}\n`);
    process.exitCode = 1;
  }
}
