import type { GatewayDoor } from '../doors/gateway';
import type { Mail } from '../doors/mailbox';
import { recordedFetch } from '../doors/recorded-fetch';
import { eventually } from '../doors/wait';
import type { Story } from '../story';
import { accountInState, connect, connectedCreator, type Influencer } from './people';

/** Journey 2: the platform ends a grant; one mail, one click, and the same account lives on. */
export async function expireAndHealJourney(story: Story): Promise<void> {
  story.narrator.chapter('Expire and heal: the password was changed at Facebook');
  const admin = await story.admin();
  const { influencer, account } = await connectedCreator(
    story,
    admin,
    'instagram',
    'creator-two-pages',
    'Creator Two-Pages',
  );
  await eventually('its posts', async () => story.tap.of('PostCollected', account.id).length > 0);
  const recorded = await admin.get<{ items: unknown[] }>(`/v1/posts?socialAccountId=${account.id}&limit=5`);

  story.narrator.say('First the platform only fails: it throttles, then answers with errors.');
  await story.sandbox.fault({ platform: 'facebook', kind: 'throttle', times: 1 });
  await story.sandbox.fault({ platform: 'facebook', kind: 'status', status: 500, times: 3 });
  for (let attempt = 0; attempt < 3; attempt += 1) {
    await admin
      .call('POST', `/v1/social-accounts/${account.id}/authorization/verifications`, {})
      .catch(() => undefined);
  }
  await admin.post(`/v1/social-accounts/${account.id}/collections`);
  await eventually('the feed to have met the failure', async () => {
    const feed = await admin.get<{ lastError: string | null }>(`/v1/social-accounts/${account.id}/collections`);
    return feed.lastError;
  });
  const still = await accountInState(admin, influencer, 'instagram', {});
  story.fact(still.authState === 'AUTHENTICATED', 'A throttled or failing platform does not cause REAUTH.');
  await story.sandbox.clearFaults();

  story.narrator.say('Now the creator changes the password: Facebook answers 190/460 from here on.');
  const seen = new Set((await story.mail.all(influencer.email)).map((mail) => mail.id));
  await story.sandbox.does('creator-two-pages', 'change-password');
  await admin.post(`/v1/social-accounts/${account.id}/collections`);
  await story.event('TokenRejected', account.id);
  const expired = await story.event('AuthExpired', account.id);
  story.fact(expired.data['cause'] === 'password_changed', 'The grant is verified and found dead: password changed.');
  await accountInState(admin, influencer, 'instagram', { authState: 'REAUTH' });

  const mail = await story.mail.next(influencer.email, /reconnect/i, seen);
  const link = /https?:\/\/\S+\/a\/[\w-]+/.exec(mail.text)?.[0];
  story.fact(link, 'One mail with an authorization link arrives.');
  const sent = await eventually('the mail on Kafka', async () => story.tap.followed('EmailSent', expired)[0]);
  story.narrator.event(sent);
  story.fact(
    story.tap.followed('AccountStateChanged', expired).length === 1,
    'It follows the same correlation id as the end.',
  );
  const reminders = (await story.mail.all(influencer.email)).filter(
    (other) => !seen.has(other.id) && /reconnect/i.test(other.subject),
  );
  story.fact(reminders.length === 1, 'It is one mail, not two.');
  await eventually('the bell to tell the members', async () => {
    const { items } = await admin.get<{ items: { kind: string; socialAccount: { id: string } | null }[] }>(
      '/v1/notices',
    );
    return items.some(({ kind, socialAccount }) => kind === 'reauth' && socialAccount?.id === account.id);
  });
  await stopReminders(story, admin, influencer, mail);

  story.narrator.say('The creator follows it and consents again. No code is asked: the account itself is the proof.');
  const creator = story.visitor();
  await creator.browser.open(link);
  const session = await creator.get<{ needsProof: boolean }>('/v1/link-session');
  story.fact(!session.needsProof, 'Re-authentication of a known account needs no code.');
  await creator.post('/v1/link-session');
  const done = await connect(creator, 'instagram', 'Creator Two-Pages', account.id);
  story.fact(done.status === 'DONE', 'The connection is finished.');
  const healed = await accountInState(admin, influencer, 'instagram', { authState: 'AUTHENTICATED' });
  await story.event('AccountAuthorized', account.id, 2);
  story.fact(healed.id === account.id, 'The same account healed; nothing was added beside it.');
  const kept = await admin.get<{ items: unknown[] }>(`/v1/posts?socialAccountId=${account.id}&limit=5`);
  story.fact(kept.items.length === recorded.items.length, 'What was recorded earlier is still there.');
  const history = await admin.get<{ items: unknown[] }>(`/v1/social-accounts/${account.id}/history`);
  story.fact(history.items.length >= 3, 'The history says when, why and by whom each state came.');
}

/** What a mail program does when its person presses "Unsubscribe": one post, as nobody, from nowhere (RFC 8058). */
async function stopReminders(story: Story, admin: GatewayDoor, influencer: Influencer, mail: Mail): Promise<void> {
  const header = await story.mail.header(mail, 'list-unsubscribe');
  const address = /^<(https?:\S+)>$/.exec(header ?? '')?.[1];
  story.fact(address, 'The reminder says where it can be stopped.');
  const headers = { 'content-type': 'application/x-www-form-urlencoded' };
  const init = { method: 'POST', headers, body: 'List-Unsubscribe=One-Click' };
  const { status } = await recordedFetch(new URL(address), init);
  story.fact(status === 200, 'One click in the mail program stops the reminders.');
  const { remindersStoppedAt } = await admin.get<{ remindersStoppedAt: string | null }>(
    `/v1/addressees/${influencer.id}`,
  );
  story.fact(remindersStoppedAt, 'The admin sees that the creator wants no more of them.');
}
