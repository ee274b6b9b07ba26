import type { Login } from '../runner/run-state';
import { GatewayClient } from './gateway-client';

export interface SeedOptions {
  readonly gateway: string;
  /** The address that browsers use; requests with a session must come from it. */
  readonly origin: string;
  readonly setupToken: string;
  readonly owner: { readonly email: string; readonly password: string };
}

const organisation = { name: 'Acme Talent', slug: 'acme-talent' };

/** Through the public door, as a person would: the first start sets the installation up, later ones find it so. */
export async function seedDemoOrganisation(options: SeedOptions): Promise<readonly Login[]> {
  const client = new GatewayClient(options.gateway, options.origin);
  const { owner, setupToken } = options;
  await client.post(
    '/v1/installation',
    { setupToken, organisation, owner: { ...owner, name: 'Demo owner' } },
    { alreadyDone: [403, 404, 409, 410] },
  );
  await client.signIn(owner.email, owner.password);
  return [{ who: `Owner of ${organisation.name}`, ...owner }];
}
