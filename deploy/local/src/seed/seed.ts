import type { Login } from '../runner/run-state';
import { GatewayClient } from './gateway-client';

export interface SeedOptions {
  readonly gateway: string;
  /** The address that browsers use; requests with a session must come from it. */
  readonly origin: string;
  /** The local inbox, read as its owner would. */
  readonly mail: string;
  readonly setupToken: string;
  readonly owner: { readonly email: string; readonly password: string };
}

const organisation = { name: 'Acme Talent', slug: 'acme-talent' };
const outboundAddress = 'creators@acme-talent.example';

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
  await verifyOutboundEmail(client, options.mail);
  return [{ who: `Owner of ${organisation.name}`, ...owner }];
}

/** Settings → Company → Outbound email, and then the link in the confirmation mail. Without it no creator gets a mail. */
async function verifyOutboundEmail(client: GatewayClient, mail: string): Promise<void> {
  const path = '/v1/outbound-email';
  if ((await client.get<{ status: string }>(path)).status === 'VERIFIED') return;
  await client.put(path, { address: outboundAddress });
  await client.post(`${path}/confirmations`, { token: await confirmationToken(mail) });
}

interface InboxMail {
  to: { address: string }[];
  text?: string;
}

async function confirmationToken(mail: string): Promise<string> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    const answer = (await (await fetch(new URL('/api/email', mail))).json()) as InboxMail[] | { items: InboxMail[] };
    const mails = Array.isArray(answer) ? answer : answer.items;
    const ours = mails.findLast((candidate) => candidate.to.some(({ address }) => address === outboundAddress));
    const token = /\/confirm-address#([\w-]+)/.exec(ours?.text ?? '')?.[1];
    if (token) return token;
    await new Promise((resolve) => setTimeout(resolve, 200));
  }
  throw new Error('The mail that confirms the outbound address did not arrive');
}
