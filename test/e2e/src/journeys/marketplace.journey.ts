import type { GatewayDoor } from '../doors/gateway';
import type { Story } from '../story';
import { accountInState, connectedCreator } from './people';

/** The agency lets the installation work in its marketplace account, at TikTok's own page. */
export async function connectAgency(story: Story, owner: GatewayDoor): Promise<void> {
  const state = async () => (await owner.get<{ state: string }>('/v1/ttcm-connection')).state;
  if ((await state()) !== 'CONNECTED') {
    const { redirectTo } = await owner.post<{ redirectTo: string }>('/v1/ttcm-connection/attempts');
    await owner.browser.open(redirectTo);
    const back = await owner.browser.press(/^Confirm$/);
    story.fact(
      back.url.pathname === '/admin/settings' && back.url.searchParams.get('outcome') === 'connected',
      'TikTok sends the owner back to the settings, at an address without a code.',
    );
  }
  story.fact((await state()) === 'CONNECTED', 'The agency’s own marketplace account is connected.');
}

/** Journey 3: a TikTok creator joins the Creator Marketplace; another one does not meet its rules. */
export async function marketplaceJourney(story: Story): Promise<void> {
  story.narrator.chapter('Marketplace: invited to the TikTok Creator Marketplace');
  const admin = await story.admin();
  await connectAgency(story, admin);

  const small = await connectedCreator(story, admin, 'tiktok', 'tiktok-too-small', 'TikTok too small');
  await story.event('ProfileCollected', small.account.id);
  const refusal = await admin.refusal('POST', '/v1/ttcm-invites', { socialAccountId: small.account.id });
  story.fact(
    refusal.code === 'ttcm.ineligible' || refusal.code === 'ttcm.rejected_by_tiktok',
    'An ineligible account is refused.',
  );
  const failed = refusal['failedRules'] as string[];
  story.fact(
    failed.includes('minimum_followers') && failed.includes('recent_posts') && failed.includes('recent_views'),
    `The refusal names every failing rule: ${failed.join(', ')}.`,
  );

  const { influencer, account } = await connectedCreator(story, admin, 'tiktok', 'tiktok-everyday', 'TikTok everyday');
  if (account.marketplace === 'TTCM') {
    const again = await admin.refusal('POST', '/v1/ttcm-invites', { socialAccountId: account.id });
    story.fact(again.code === 'ttcm.already_member', 'A member from an earlier telling is not invited again.');
    return;
  }
  if (account.marketplace === 'INVITED') story.narrator.say('An invitation from an earlier telling is still open.');
  else {
    await admin.post('/v1/ttcm-invites', { socialAccountId: account.id });
    await story.event('InviteSent', account.id);
  }
  await accountInState(admin, influencer, 'tiktok', { marketplace: 'INVITED' });

  story.narrator.say('In TikTok the creator opens System Notifications → View More → Join.');
  const phone = story.visitor().browser;
  await phone.open(story.sandbox.site('tiktok', '/login?next=%2Fnotifications'));
  await phone.press(/Log in as TikTok everyday/i);
  await phone.open(story.sandbox.site('tiktok', '/notifications'));
  await phone.follow(/View More/i);
  await phone.press(/^Join$/i);

  await story.event('InviteAccepted', account.id);
  const member = await accountInState(admin, influencer, 'tiktok', { marketplace: 'TTCM' });
  story.fact(member.tracked, 'The account became a Marketplace account by itself.');
}
