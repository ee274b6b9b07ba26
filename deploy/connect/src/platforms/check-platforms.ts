import {
  type AgencyAuthorization,
  type HandleLookup,
  PlatformError,
  type PlatformFailureKind,
  type PlatformGrants,
  SecretText,
  type TtcmApi,
} from '@creator-connect/platforms';
import type { Registration } from './registrations';

export type Credentials = 'accepted' | 'refused' | 'no answer';

/**
 * Whether the platform knows our app and its secret. It is asked about a token that nobody has: an app that it does not
 * know is told so first.
 */
export async function checkCredentials(grants: PlatformGrants): Promise<Credentials> {
  const nobodys = new SecretText('not-a-token');
  try {
    if (grants.refresher) await grants.refresher.refresh(nobodys);
    else await grants.inspect(nobodys);
    return 'accepted';
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    if (error.kind === 'grant_dead') return 'accepted';
    return error.kind === 'app_misconfigured' ? 'refused' : 'no answer';
  } finally {
    await grants.close();
  }
}

/** Whether the marketplace knows our app and its secret: it is asked to forget a token that nobody has. */
export async function checkMarketplace(api: TtcmApi, authorization: AgencyAuthorization): Promise<Credentials> {
  try {
    await authorization.revoke(new SecretText('not-a-token'));
    return 'accepted';
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return error.kind === 'app_misconfigured' ? 'refused' : 'no answer';
  } finally {
    await api.close();
  }
}

/** Whether the platform lets us look somebody up: it is asked about a name that nobody needs to have. */
export async function checkLookup(client: HandleLookup & { close(): Promise<void> }): Promise<Credentials> {
  try {
    await client.byHandle('nobody');
    return 'accepted';
  } catch (error) {
    if (!(error instanceof PlatformError)) throw error;
    return refusals.has(error.kind) ? 'refused' : 'no answer';
  } finally {
    await client.close();
  }
}

const refusals: ReadonlySet<PlatformFailureKind> = new Set([
  'grant_dead',
  'scope_lost',
  'app_misconfigured',
  'account_gone',
]);

/** Everything that is to be done and known about one platform; the last word is whether it can work. */
export async function describe(registration: Registration): Promise<{ lines: string[]; isReady: boolean }> {
  const { name, missing, scopes, addresses, limits, guide } = registration;
  const credentials = missing.length > 0 ? undefined : await registration.check();
  const state = credentials ?? `not set up (missing ${missing.join(', ')})`;
  const lines = [
    name,
    `  credentials: ${state}`,
    ...(addresses.length > 0 ? ['  to register there:'] : []),
    ...addresses.map(([what, address]) => `    ${what}: ${address}`),
    `  permissions: ${scopes.required.join(', ')}${scopes.optional.length > 0 ? ` (optional: ${scopes.optional.join(', ')})` : ''}`,
    ...limits.map((limit) => `  note: ${limit}`),
    `  guide: ${guide}`,
  ];
  return { lines, isReady: credentials === 'accepted' };
}
