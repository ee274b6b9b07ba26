import { generateInstallationSecrets } from '@creator-connect/security/setup';
import { OperatorError } from '../operator-error';

const services = ['gateway', 'oauth', 'accounts', 'ttcm', 'collector', 'notifications'];

export interface FirstOwner {
  organisation: { name: string; slug: string };
  owner: { name: string; email: string; password: string };
}

/** Makes what is missing of the keys and passwords of an installation, and says which setting names which file. */
export function makeSecrets(folder: string): string[] {
  const made = generateInstallationSecrets(folder, services);
  return [
    `VAULT_KEY_RING_FILE=${made.keyRingFile}`,
    `VAULT_LOOKUP_KEY_FILE=${made.lookupKeyFile}`,
    `SECOND_FACTOR_KEY_FILE=${made.secondFactorKeyFile}`,
    `MARKETPLACE_KEY_FILE=${made.marketplaceKeyFile}`,
    `IDENTITY_PUBLIC_KEYS_FILE=${made.publicKeysFile}`,
    ...Object.entries(made.privateKeyFiles).map(
      ([service, file]) => `IDENTITY_PRIVATE_KEY_FILE=${file}   # ${service}`,
    ),
  ];
}

/** Sets the running installation up with its first organisation and owner; works once. */
export async function createFirstOwner(gateway: string, setupToken: string, first: FirstOwner): Promise<void> {
  const { origin } = new URL(gateway);
  const response = await fetch(new URL('/v1/installation', origin), {
    method: 'POST',
    headers: {
      'content-type': 'application/json',
      accept: 'application/json',
      origin,
      'sec-fetch-site': 'same-origin',
    },
    body: JSON.stringify({ setupToken, ...first }),
    redirect: 'manual',
    signal: AbortSignal.timeout(20_000),
  });
  if (response.ok) return;
  const problem = (await response.json().catch(() => ({}))) as { title?: string; detail?: string };
  const reason = problem.detail ?? problem.title ?? '';
  throw new OperatorError(`The gateway answered ${response.status}. ${reason}`.trim());
}
