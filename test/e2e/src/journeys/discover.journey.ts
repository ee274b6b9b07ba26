import type { GatewayDoor } from '../doors/gateway';
import { must } from '../doors/wait';
import type { Story } from '../story';
import { connectAgency } from './marketplace.journey';
import { accountInState } from './people';

interface Report {
  id: string;
  handle: string;
  displayName: string;
  influencerId: string | null;
  contactInformation: { emails: { address: string }[]; accounts: { platform: string; handle: string }[] };
}

async function found(admin: GatewayDoor, search: { platform: string; handle?: string; keyword?: string }) {
  const { items } = await admin.post<{ items: Report[] }>('/v1/discovery/searches', search);
  const [report] = items;
  must(report, `the search at ${search.platform} finds somebody`);
  return report;
}

/** Journey 8: somebody who never authorized anything is found, and added with what is public of their channel. */
export async function discoverJourney(story: Story): Promise<void> {
  story.narrator.chapter('Discover: found by public profile, added from the report');
  const admin = await story.admin();

  const instagram = await found(admin, { platform: 'instagram', handle: 'sandbox.contacts' });
  const { emails, accounts } = instagram.contactInformation;
  story.fact(
    emails[0]?.address === 'bakery@contacts.example' && accounts.some(({ platform }) => platform === 'youtube'),
    'An Instagram profile is found by its exact handle, with the address and the accounts that it names itself.',
  );
  const email = 'youtube-small@creators.example';
  const refused = await admin.refusal('POST', `/v1/reports/${instagram.id}/influencers`, { email });
  story.fact(
    refused.code === 'accounts.instagram_not_authenticated',
    'It can not be added: only its owner can bring an Instagram account.',
  );
  const listing = await found(admin, { platform: 'youtube', handle: '@sandbox.contacts' });
  const same = await admin.refusal('POST', `/v1/reports/${listing.id}/influencers`, { email });
  story.fact(same.code === 'accounts.report_lists_instagram', 'Nor can a channel whose profile lists one.');

  await connectAgency(story, admin);
  const member = await found(admin, { platform: 'tiktok', handle: '@sandbox.member' });
  if (member.influencerId === null) {
    const theirs = 'tiktok-member@creators.example';
    const { id } = await admin.post<{ id: string }>(`/v1/reports/${member.id}/influencers`, { email: theirs });
    await accountInState(admin, { id, email: theirs }, 'tiktok', { authState: 'NON_AUTH', marketplace: 'TTCM' });
  }
  story.fact(
    true,
    'A member of the TikTok marketplace is in the roster with the account, tracked without authentication.',
  );

  const channel = await found(admin, { platform: 'youtube', keyword: 'sandbox small channel' });
  if (channel.influencerId !== null) {
    story.narrator.say('The channel is in the roster since an earlier telling.');
    return;
  }
  const { id: campaignId } = await admin.post<{ id: string }>('/v1/campaigns', { name: 'Found in Discover' });
  const added = await admin.post<{ id: string }>(`/v1/reports/${channel.id}/influencers`, { email, campaignId });
  const account = await accountInState(admin, { id: added.id, email }, 'youtube', {
    authState: 'NON_AUTH',
    tracked: true,
  });
  story.fact(true, `${channel.displayName} was found by keyword and added to the roster and a campaign in one go.`);
  const profile = await story.event('ProfileCollected', account.id);
  story.fact(
    profile.data['source'] === 'youtube_public',
    'Its public figures are collected, without anybody’s authorization.',
  );
}
