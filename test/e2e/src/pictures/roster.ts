import type { GatewayDoor } from '../doors/gateway';
import { eventually } from '../doors/wait';
import { connectByLink, type Influencer, type SocialAccount } from '../journeys/people';
import type { Story } from '../story';

export interface Creator {
  influencer: Influencer;
  account: SocialAccount;
}

/** Somebody of an organisation’s roster. */
export async function inRoster(
  admin: GatewayDoor,
  name: string,
  socialAccounts: { platform: string; handle: string }[] = [],
): Promise<Influencer> {
  const email = `hello@${name.toLowerCase().replaceAll(' ', '-')}.example`;
  const { id } = await admin.post<{ id: string }>('/v1/influencers', { name, email, socialAccounts });
  return { id, email };
}

/** The same, with the account of one of the sandbox’s personas, which is collected for the first time. */
export async function connected(
  story: Story,
  admin: GatewayDoor,
  name: string,
  ...account: [platform: 'instagram' | 'tiktok' | 'youtube', personaName: string]
): Promise<Creator> {
  const influencer = await inRoster(admin, name);
  return { influencer, account: await connectAndCollect(story, admin, influencer, ...account) };
}

export async function connectAndCollect(
  story: Story,
  admin: GatewayDoor,
  influencer: Influencer,
  ...[platform, personaName]: [platform: 'instagram' | 'tiktok' | 'youtube', personaName: string]
): Promise<SocialAccount> {
  const account = await connectByLink(story, admin, influencer, platform, personaName);
  const path = `/v1/social-accounts/${account.id}/collections`;
  await eventually(
    'the first collection',
    async () => (await admin.get<{ lastCollectedAt: string | null }>(path)).lastCollectedAt,
  );
  return account;
}
