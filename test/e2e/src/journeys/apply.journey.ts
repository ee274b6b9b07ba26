import type { GatewayDoor } from '../doors/gateway';
import { eventually, must } from '../doors/wait';
import type { Story } from '../story';
import { accountInState, connect, type SocialAccount } from './people';

interface Group {
  id: string;
  name: string;
  applicationLink: { url: string; open: boolean };
}

interface OwnApplication {
  id: string;
  status: string;
  name: string;
  emailVerified: boolean;
  socialAccounts: SocialAccount[];
}

interface Applied extends OwnApplication {
  applicant: GatewayDoor;
  email: string;
  account: SocialAccount;
}

const current = '/v1/applications/current';

/** Journey 7: through a group's link into the roster, or not. */
export async function applyJourney(story: Story): Promise<void> {
  story.narrator.chapter('Apply: somebody new asks to be taken in');
  const admin = await story.admin();
  const { url } = (await groupOf(admin, 'Open call')).applicationLink;
  const slug = new URL(url).pathname.split('/').at(-1)!;

  await leaveRoster(admin, 'tiktok-not-in-good-standing');
  const taken = await apply(story, slug, 'tiktok-not-in-good-standing');
  const others = await admin.get<{ items: SocialAccount[] }>('/v1/social-accounts?limit=100');
  story.fact(
    !others.items.some(({ id }) => id === taken.account.id) &&
      story.tap.of('AccountAdded', taken.account.id).length === 0,
    'Before the approval the account is on no list of the organisation and in no event of accounts.',
  );
  story.narrator.say('The admin reads the application and approves it.');
  const seen = new Set((await story.mail.all(taken.email)).map(({ id }) => id));
  await admin.post(`/v1/applications/${taken.id}/approval`);
  await story.event('AccountAdded', taken.account.id);
  await story.event('AccountStateChanged', taken.account.id);
  const member = { id: taken.id, email: taken.email };
  const account = await accountInState(admin, member, 'tiktok', { authState: 'AUTHENTICATED', tracked: true });
  story.fact(account.id === taken.account.id, 'The account joins the roster with its owner, and collection begins.');
  await story.event('ProfileCollected', account.id);
  const welcome = await story.mail.next(taken.email, /added you/i, seen);
  const token = /\/sign-in#([\w-]{43})/.exec(welcome.text)?.[1];
  must(token, 'the mail holds a link that signs in');
  const creator = story.visitor();
  await creator.post('/v1/sessions/sign-in-link', { token });
  const dashboard = await creator.get<{ items: SocialAccount[] }>('/v1/social-accounts');
  story.fact(
    dashboard.items.some(({ id, authState }) => id === account.id && authState === 'AUTHENTICATED'),
    'The link of the mail leads to the dashboard, which shows the account.',
  );
  const again = await story.visitor().refusal('POST', '/v1/sessions/sign-in-link', { token });
  story.fact(again.code === 'gateway.sign_in_link_unusable', 'It works once.');

  const declined = await apply(story, slug, 'tiktok-unknown-reason');
  await admin.post(`/v1/applications/${declined.id}/decline`);
  await story.event('AuthRevoked', declined.account.id);
  await story.mail.next(declined.email, /your application/i);
  const answer = await declined.applicant.get<OwnApplication>(current);
  story.fact(
    answer.status === 'declined' && answer.socialAccounts.length === 0,
    'A no ends the authorization at once, and is told by mail.',
  );
  await declined.applicant.call('DELETE', `/v1/applications/${declined.id}`);
  const gone = await declined.applicant.refusal('GET', current);
  story.fact(gone.code === 'accounts.not_found', 'What was typed can be deleted without waiting.');
}

/** Fills in a whole application as a new person in a new browser. */
export async function apply(story: Story, slug: string, persona: string): Promise<Applied> {
  const email = emailOf(persona);
  const applicant = story.visitor();
  const form = await applicant.get<{ organisationName: string }>(`/v1/application-forms/${slug}`);
  await applicant.post('/v1/application-session', { slug, timeZone: 'Europe/Berlin' });
  story.narrator.say(`${persona} begins an application to ${form.organisationName} and connects an account.`);
  const connected = await connect(applicant, 'tiktok', nameOf(persona).replace('tiktok', 'TikTok'));
  must(connected.status === 'DONE', `the connection ends well (${connected.error?.code ?? connected.status})`);
  const account = await eventually('the account in the application', async () => {
    const { socialAccounts } = await applicant.get<OwnApplication>(current);
    return socialAccounts[0];
  });
  const { id } = await applicant.get<OwnApplication>(current);
  const own = `/v1/applications/${id}`;
  await applicant.call('PATCH', own, { name: nameOf(persona), email });

  const early = await applicant.refusal('POST', `${own}/submission`);
  must(early.code === 'request.invalid', 'an unproven address keeps the application from being submitted');
  const seen = new Set((await story.mail.all(email)).map((mail) => mail.id));
  await applicant.post('/v1/application-session/codes', { email });
  const code = /\b\d{6}\b/.exec((await story.mail.next(email, /code/i, seen)).text)?.[0];
  await applicant.post('/v1/application-session/proof', { email, code });
  const submitted = await applicant.post<OwnApplication>(`${own}/submission`);
  story.fact(
    submitted.status === 'submitted' && submitted.emailVerified,
    'It is submitted with an account, a name and a proven address.',
  );
  await story.mail.next(email, /has your application/i, seen);
  return { ...submitted, applicant, email, account };
}

const emailOf = (persona: string) => `${persona}@applicants.example`;
const nameOf = (persona: string) => persona.replaceAll('-', ' ');

export async function groupOf(admin: GatewayDoor, name: string): Promise<Group> {
  const { items } = await admin.get<{ items: Group[] }>('/v1/influencer-groups');
  return items.find((group) => group.name === name) ?? admin.post<Group>('/v1/influencer-groups', { name });
}

/** Somebody who was taken in by an earlier telling is erased, so that they can apply again. */
export async function leaveRoster(admin: GatewayDoor, persona: string): Promise<void> {
  const search = encodeURIComponent(nameOf(persona));
  const { items } = await admin.get<{ items: { id: string; email: string }[] }>(`/v1/influencers?search=${search}`);
  for (const { id, email } of items)
    if (email === emailOf(persona)) await admin.call('DELETE', `/v1/influencers/${id}`);
}
