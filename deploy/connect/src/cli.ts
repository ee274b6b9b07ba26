import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { Command, Option } from 'commander';
import type { Client } from 'pg';
import { parseEnv } from 'node:util';
import { backupFaults } from './backups/check-backups';
import { Revoke, previewOf, stateOf } from './breach/revoke';
import { RevocationsView } from './breach/revocations-view';
import { scopeOf, type ScopeFlags } from './breach/scope';
import { identityOf, periodOf, touchedBy } from './breach/touched';
import { csvOf } from './csv';
import { withDatabase } from './database';
import { createFirstOwner, makeSecrets } from './init/init-installation';
import { keyStatus, removeKey, RotateKeys } from './keys/rotate-keys';
import { VaultView } from './keys/vault-view';
import { localInstallation } from './local-installation';
import { OperatorError } from './operator-error';
import { GatewaySession } from './organisations/gateway-session';
import {
  addOrganisation,
  inviteOwner,
  lineOf,
  listOrganisations,
  type Organisation,
} from './organisations/organisations';
import { Operators } from './operators/operators';
import { describe } from './platforms/check-platforms';
import { registrations } from './platforms/registrations';

const env: NodeJS.ProcessEnv = { ...localInstallation(process.env), ...process.env };
const tell = (line: string): void => void process.stdout.write(`${line}\n`);

interface KeyFlags {
  ring?: string;
  database?: string;
}

async function withVault<T>(
  { ring, database }: KeyFlags,
  work: (ring: string, view: VaultView) => Promise<T>,
): Promise<T> {
  if (!ring || !database) {
    throw new OperatorError(
      'Give --ring and --database, or VAULT_KEY_RING_FILE and DATABASE_ROUTER_URL of the oauth service.',
    );
  }
  return withVaultView(database, (view) => work(ring, view));
}

async function withVaultView<T>(database: string, work: (view: VaultView) => Promise<T>): Promise<T> {
  const view = new VaultView(database);
  try {
    return await work(view);
  } finally {
    await view.close();
  }
}

const program = new Command('connect').description('For whoever operates Creator Connect.').showHelpAfterError();

program
  .command('init')
  .description('Make keys and passwords of a new installation; with --email also its first organisation and owner')
  .requiredOption('--secrets <folder>', 'where keys and passwords go; what is there already stays')
  .option('--gateway <url>', 'address of the running gateway, for the first owner')
  .option('--email <address>', 'of the first owner')
  .option('--name <name>', 'of the first owner', 'Owner')
  .option('--organisation <name>', 'the first organisation')
  .option('--slug <slug>', 'its name in addresses')
  .addHelpText('after', '\nThe setup token is read from SETUP_TOKEN, the password from OWNER_PASSWORD.')
  .action(async (flags: Record<string, string | undefined>) => {
    for (const line of makeSecrets(flags['secrets']!)) tell(line);
    if (!flags['email']) return;
    const { gateway, organisation, slug } = flags;
    const { SETUP_TOKEN: setupToken, OWNER_PASSWORD: password } = process.env;
    if (!gateway || !organisation || !slug || !setupToken || !password) {
      throw new OperatorError(
        'The first owner needs --gateway, --organisation, --slug, and SETUP_TOKEN and OWNER_PASSWORD in the environment.',
      );
    }
    const owner = { name: flags['name']!, email: flags['email'], password };
    await createFirstOwner(gateway, setupToken, { organisation: { name: organisation, slug }, owner });
    tell(`${organisation} is set up; ${owner.email} can sign in at ${gateway}`);
  });

program
  .command('platforms')
  .description('The way to the real platforms')
  .command('check')
  .description('What to register at each platform, whether it accepts our credentials, and what it limits')
  .option('--env-file <file>', 'settings of the services, instead of the environment')
  .action(async ({ envFile }: { envFile?: string }) => {
    if (envFile && !existsSync(envFile)) throw new OperatorError(`There is no file ${envFile}.`);
    if (envFile) process.loadEnvFile(envFile);
    let ready = 0;
    for (const registration of registrations({ ...env, ...process.env })) {
      const { lines, isReady } = await describe(registration);
      tell(`${lines.join('\n')}\n`);
      ready += isReady ? 1 : 0;
    }
    if (ready === 0) process.exitCode = 1;
  });

program
  .command('backups')
  .description('Dumps of the database')
  .command('check')
  .description('Whether dumps of data keys end before those of data, and none is kept too long')
  .argument('<folder>')
  .option('--keys-days <days>', 'how long dumps of keys are kept', Number, 7)
  .option('--data-days <days>', 'how long dumps of data are kept', Number, 30)
  .action((folder: string, retention: { keysDays: number; dataDays: number }) => {
    if (!existsSync(folder)) throw new OperatorError(`There is no folder ${folder}.`);
    const faults = backupFaults(readdirSync(folder), new Date(), retention);
    for (const fault of faults) tell(fault);
    if (faults.length > 0) process.exitCode = 1;
    else tell('Keys end before data, and nothing is kept too long.');
  });

const keys = program.command('keys').description('Keys that wrap the data keys of the vault');
const withKeyFlags = (command: Command): Command =>
  command
    .addOption(new Option('--ring <file>', 'the key ring').default(env['VAULT_KEY_RING_FILE'], 'VAULT_KEY_RING_FILE'))
    .addOption(
      new Option('--database <url>', 'as oauth_router').default(env['DATABASE_ROUTER_URL'], 'DATABASE_ROUTER_URL'),
    );

withKeyFlags(keys.command('status'))
  .description('Each key, how many data keys it wraps, and which replicas know it')
  .action((flags: KeyFlags) =>
    withVault(flags, async (ring, view) => (await keyStatus(ring, view)).forEach((line) => tell(line))),
  );

withKeyFlags(keys.command('rotate'))
  .description('Add a key, make it the active one, and follow the service wrapping all data keys anew; safe to repeat')
  .option('--patience <seconds>', 'how long to wait without any progress', Number, 120)
  .action((flags: KeyFlags & { patience: number }) =>
    withVault(flags, (ring, view) => new RotateKeys(ring, view, { patience: flags.patience, tell }).rotate()),
  );

withKeyFlags(keys.command('remove'))
  .description('Take a key out of the ring that wraps nothing any more')
  .argument('<id>')
  .action((id: string, flags: KeyFlags) =>
    withVault(flags, async (ring, view) => {
      await removeKey(ring, view, id);
      tell(`${id} is out of the ring`);
    }),
  );

/** Settings of one service, from its own file or, prefixed with its name, from the environment. */
function settingsOf(service: 'oauth' | 'gateway' | 'accounts', file: string | undefined) {
  if (file && !existsSync(file)) throw new OperatorError(`There is no file ${file}.`);
  const { DATABASE_URL, DATABASE_ROUTER_URL } = file ? parseEnv(readFileSync(file, 'utf8')) : {};
  const prefix = service.toUpperCase();
  const router = env[`${prefix}_DATABASE_ROUTER_URL`] ?? (service === 'oauth' ? env['DATABASE_ROUTER_URL'] : undefined);
  return { app: DATABASE_URL ?? env[`${prefix}_DATABASE_URL`], router: DATABASE_ROUTER_URL ?? router };
}

const envFileOf = (service: string) =>
  new Option(
    `--${service}-env <file>`,
    `settings of the ${service} service; not needed where npm start runs the system here`,
  );
const missing = (service: string) => `Give --${service}-env: the file with the settings of the ${service} service.`;

interface OauthFlags {
  oauthEnv?: string;
}

const withRevocations = <T>({ oauthEnv }: OauthFlags, work: (view: RevocationsView) => Promise<T>): Promise<T> =>
  withDatabase({ url: settingsOf('oauth', oauthEnv).router, schema: 'oauth', missing: missing('oauth') }, (client) =>
    work(new RevocationsView(client)),
  );

program
  .command('revoke')
  .description('After a breach: take authorizations back. Says what it would do, and does it only with --yes')
  .option('--connection <id>', 'one: the id of its account or of its authorization')
  .option('--organisation <id>', 'all of one organisation')
  .option('--platform <name>', 'all at instagram, tiktok or youtube')
  .option('--all', 'all there are')
  .option('--reason <text>', 'stays on record with the order: no names, no secrets')
  .option('--yes', 'do it')
  .option('--patience <seconds>', 'how long to wait without any progress', Number, 60)
  .addOption(envFileOf('oauth'))
  .addHelpText(
    'after',
    `
The oauth service does the work: it destroys the tokens here within seconds, and then tells the platforms, for up to 72
hours. Interrupted, give the same command again: it follows the order that stands, and then orders what came since. What a creator authorizes afterwards is left alone.
Step by step: docs/runbooks/breach.md`,
  )
  .action(async (flags: ScopeFlags & OauthFlags & { reason?: string; yes?: true; patience: number }) => {
    const scope = scopeOf(flags);
    const { app, router } = settingsOf('oauth', flags.oauthEnv);
    await withRevocations(flags, async (view) => {
      if (!flags.yes) {
        const replicas = await withVaultView(router!, (vault) => vault.replicas());
        return previewOf(await view.preview(scope), scope, replicas.length).forEach((line) => tell(line));
      }
      const reason = flags.reason?.trim();
      if (!reason || reason.length > 500) throw new OperatorError('Give --reason, in at most 500 characters.');
      const revoke = new Revoke(view, scope, { patience: flags.patience, tell });
      const oauth = { url: app, schema: 'oauth', missing: missing('oauth') };
      await withDatabase(oauth, (client) => revoke.carryOut(client, reason));
    });
  });

program
  .command('revocations')
  .description(
    'What was revoked by such orders, and how far telling the platforms is; with an id whom it concerned, as CSV',
  )
  .argument('[id]', 'of an order')
  .addOption(envFileOf('oauth'))
  .action((id: string | undefined, flags: OauthFlags) =>
    withRevocations(flags, async (view) => {
      if (!id) return (await view.orders()).flatMap(stateOf).forEach((line) => tell(line));
      const columns = ['organisation', 'influencer', 'account', 'platform', 'outcome'] as const;
      csvOf(columns, await view.revoked(id)).forEach((line) => tell(line));
    }),
  );

interface TouchedFlags extends OauthFlags {
  by: string;
  from: string;
  to?: string;
  gatewayEnv?: string;
  accountsEnv?: string;
}

program
  .command('touched')
  .description('After a breach: whose data somebody touched between two times, as CSV')
  .requiredOption(
    '--by <who>',
    'address or id of a member or operator, id of an API key, or a service such as collector',
  )
  .requiredOption('--from <time>', 'with its zone, e.g. 2026-11-30T03:00Z')
  .option('--to <time>', 'without it: now')
  .addOption(envFileOf('gateway'))
  .addOption(envFileOf('accounts'))
  .addOption(envFileOf('oauth'))
  .addHelpText(
    'after',
    `
Of a member or a key: who was shown to them, by the record of looks (kept 365 days). Of a service: whose secrets it was given
(VAULT_READS_KEEP_DAYS). Rather one too many than one too few. What else is to be known is said beside the list, on standard
error: … touched … > people.csv keeps it on the screen.`,
  )
  .action(async ({ by, from, to, gatewayEnv, accountsEnv, oauthEnv }: TouchedFlags) => {
    const period = periodOf(from, to, new Date());
    const gateway = settingsOf('gateway', gatewayEnv);
    const who = await identityOf((email) => Operators.with(gateway.app, (all) => all.idOf(email)), by);
    const open = <T>(
      schema: 'gateway' | 'accounts' | 'oauth',
      file: string | undefined,
      work: (client: Client) => Promise<T>,
    ) => withDatabase({ url: settingsOf(schema, file).router, schema, missing: missing(schema) }, work);
    const { people, notes } = await open('gateway', gatewayEnv, (one) =>
      open('accounts', accountsEnv, (two) =>
        open('oauth', oauthEnv, (three) => touchedBy({ gateway: one, accounts: two, oauth: three }, who, period)),
      ),
    );
    const organisations = new Set(people.map(({ organisation }) => organisation)).size;
    csvOf(['organisation', 'influencer', 'how', 'firstDay', 'lastDay'], people).forEach((line) => tell(line));
    const said = `${people.length} people in ${organisations} organisations, ${period.from.toISOString()} to ${period.to.toISOString()}`;
    for (const line of [said, ...notes]) process.stderr.write(`${line}\n`);
  });

const operators = program.command('operators').description('Who runs this installation, and sees its operations page');
const withDatabaseFlag = (command: Command): Command =>
  command.addOption(
    new Option('--database <url>', 'of the gateway').default(env['GATEWAY_DATABASE_URL'], 'GATEWAY_DATABASE_URL'),
  );

withDatabaseFlag(operators.command('list'))
  .description('Their addresses')
  .action(({ database }: KeyFlags) =>
    Operators.with(database, async (all) => (await all.list()).forEach((email) => tell(email))),
  );

for (const [name, operator, done] of [
  ['add', true, 'is an operator'],
  ['remove', false, 'is no operator any more'],
] as const) {
  withDatabaseFlag(operators.command(name))
    .description(operator ? 'Make a member an operator, too' : 'Take it back')
    .argument('<email>')
    .action((email: string, { database }: KeyFlags) =>
      Operators.with(database, async (all) => {
        await all.set(email, operator);
        tell(`${email} ${done}`);
      }),
    );
}

const organisations = program
  .command('organisations')
  .description('The organisations of this installation, and whether their owners are there');

interface GatewayFlags {
  gateway?: string;
  as?: string;
  code?: string;
  json?: true;
}

const signingIn = `
Works at the running gateway, as an operator who signs in for it: the password is read from OPERATOR_PASSWORD.
Not needed where npm start runs the system here.`;

const withGatewayFlags = (command: Command): Command =>
  command
    .addOption(
      new Option('--gateway <url>', 'address of the running gateway').default(env['GATEWAY_URL'], 'GATEWAY_URL'),
    )
    .addOption(new Option('--as <email>', 'of an operator').default(env['OPERATOR_EMAIL'], 'OPERATOR_EMAIL'))
    .option('--code <code>', 'of the second factor of the operator')
    .option('--json', 'for programs')
    .addHelpText('after', signingIn);

const atGateway = <T>({ gateway, as: email, code }: GatewayFlags, work: (session: GatewaySession) => Promise<T>) =>
  GatewaySession.with({ gateway, email, code, password: env['OPERATOR_PASSWORD'] }, work);

const tellOne = (organisation: Organisation, { json }: GatewayFlags): void =>
  tell(json ? JSON.stringify(organisation) : lineOf(organisation));

withGatewayFlags(organisations.command('list', { isDefault: true }))
  .description('All of them, newest first')
  .action((flags: GatewayFlags) =>
    atGateway(flags, async (session) => {
      const all = await listOrganisations(session);
      if (flags.json) tell(JSON.stringify(all));
      else all.forEach((organisation) => tell(lineOf(organisation)));
    }),
  );

withGatewayFlags(organisations.command('add'))
  .description('Make one and invite its owner by mail; given again, the same one')
  .argument('<name>')
  .requiredOption('--owner <email>', 'who is invited as its owner')
  .option('--language <tag>', 'of mails to those who have no other: en or de')
  .action((name: string, flags: GatewayFlags & { owner: string; language?: string }) =>
    atGateway(flags, async (session) => {
      const { owner: ownerEmail, language: locale } = flags;
      tellOne(await addOrganisation(session, { name, ownerEmail, locale }), flags);
    }),
  );

withGatewayFlags(organisations.command('invite'))
  .description('Invite the owner again, or somebody else, while nobody is in; the invitation before ends')
  .argument('<id>', 'of the organisation')
  .requiredOption('--owner <email>', 'who is invited as its owner')
  .action((id: string, flags: GatewayFlags & { owner: string }) =>
    atGateway(flags, async (session) => tellOne(await inviteOwner(session, id, flags.owner), flags)),
  );

program.parseAsync().then(
  // A pipe may not have taken everything yet.
  () => process.stdout.write('', () => process.exit(process.exitCode ?? 0)),
  (error: unknown) => {
    const known = error instanceof OperatorError;
    process.stderr.write(
      `${known ? error.message : error instanceof Error ? (error.stack ?? error.message) : 'failed'}\n`,
    );
    process.exit(1);
  },
);
