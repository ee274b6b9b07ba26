import { ProblemError, type GatewayDoor } from '../doors/gateway';
import { eventually, must } from '../doors/wait';
import type { Story } from '../story';

export interface Influencer {
  id: string;
  email: string;
}

export interface SocialAccount {
  id: string;
  platform: string;
  handle: string | null;
  authState: string;
  marketplace: string | null;
  tracked: boolean;
}

/**
 * An influencer whom the admin adds by hand: name and e-mail, and accounts only where they are typed. The story can be told again on the same system:
 * whoever is there from an earlier telling takes their permissions back first, and starts over.
 */
export async function addInfluencer(
  story: Story,
  admin: GatewayDoor,
  persona: string,
  socialAccounts: { platform: Platform; handle: string }[] = [],
): Promise<Influencer> {
  const email = `${persona}@creators.example`;
  try {
    const name = persona.replaceAll('-', ' ');
    const { id } = await admin.post<{ id: string }>('/v1/influencers', { name, email, socialAccounts });
    return { id, email };
  } catch (error) {
    if (!(error instanceof ProblemError) || error.problem.code !== 'accounts.influencer_exists') throw error;
  }
  const id = await idInRoster(admin, email);
  await startOver(story, admin, { id, email });
  return { id, email };
}

async function idInRoster(admin: GatewayDoor, email: string): Promise<string> {
  let path: string | null = '/v1/influencers?limit=100';
  while (path) {
    const page: { items: Influencer[]; nextCursor: string | null } = await admin.get(path);
    const found = page.items.find((influencer) => influencer.email === email);
    if (found) return found.id;
    path = page.nextCursor ? `/v1/influencers?limit=100&cursor=${page.nextCursor}` : null;
  }
  throw new Error('The roster refuses an address that it does not list');
}

async function startOver(story: Story, admin: GatewayDoor, influencer: Influencer): Promise<void> {
  const live = (await accountsOf(admin, influencer)).filter((account) => account.authState !== 'NON_AUTH');
  if (live.length === 0) return;
  const creator = await signIn(story, influencer);
  for (const account of live) {
    await creator.post(`/v1/social-accounts/${account.id}/authorization/revocations`);
    await accountInState(admin, influencer, account.platform, { id: account.id, authState: 'NON_AUTH' });
  }
}

/** The admin asks for an account at each of these platforms and copies the link. */
export async function copyLink(admin: GatewayDoor, influencer: Influencer, ...platforms: string[]): Promise<string> {
  const { url } = await ask(admin, influencer, 'copy', platforms);
  must(url, 'a link is copied once');
  return url;
}

/** The same, and has the link mailed: as it stands in the mail. */
export async function mailLink(
  story: Story,
  admin: GatewayDoor,
  influencer: Influencer,
  ...platforms: string[]
): Promise<string> {
  const seen = new Set((await story.mail.all(influencer.email)).map((mail) => mail.id));
  await ask(admin, influencer, 'email', platforms);
  const { text } = await story.mail.next(influencer.email, /asks you to connect/, seen);
  const url = /https?:\/\/\S+\/a\/[\w-]+/.exec(text)?.[0];
  must(url, 'the mail holds a link');
  return url;
}

async function ask(admin: GatewayDoor, { id: influencerId }: Influencer, delivery: 'copy' | 'email', asked: string[]) {
  const platforms = asked.map((platform) => ({ platform }));
  const request = await admin.post<{ id: string }>('/v1/authorization-requests', { influencerId, platforms });
  return admin.post<{ url: string | null }>('/v1/authorization-links', {
    authorizationRequestId: request.id,
    delivery,
  });
}

/** Opens the link, begins, and types the code that came to the invited address where one is asked. */
export async function openLink(story: Story, creator: GatewayDoor, link: string, email: string): Promise<boolean> {
  const seen = new Set((await story.mail.all(email)).map((mail) => mail.id));
  await creator.browser.open(link);
  must(!creator.browser.page?.url.pathname.includes('/a/'), 'the link has left the address bar');
  await creator.get('/v1/link-session');
  const begun = await creator.post<{ needsProof: boolean; proven: boolean }>('/v1/link-session');
  if (!begun.needsProof || begun.proven) return false;
  const mail = await story.mail.next(email, /code/i, seen);
  const code = /\b\d{6,10}\b/.exec(mail.text)?.[0];
  must(code, 'the mail holds a code');
  await creator.post('/v1/link-session/proof', { code });
  return true;
}

/** Signs the creator in to their dashboard with a mailed link; there is no password. */
export async function signIn(story: Story, influencer: Influencer): Promise<GatewayDoor> {
  const seen = new Set((await story.mail.all(influencer.email)).map((mail) => mail.id));
  const door = story.visitor();
  await door.post('/v1/sign-in-links', { email: influencer.email });
  const mail = await story.mail.next(influencer.email, /sign in/i, seen);
  const token = /\/sign-in#([\w-]+)/.exec(mail.text)?.[1];
  must(token, 'the mail holds a link to sign in');
  await door.post('/v1/sessions/sign-in-link', { token });
  return door;
}

/** Somebody new of the organisation, who accepted an invitation. */
export async function joinedMember(
  story: Story,
  owner: GatewayDoor,
  role: 'owner' | 'admin' | 'viewer',
): Promise<{ email: string; password: string }> {
  const person = { email: `${role}-${Date.now()}@example.com`, password: 'a few words, easy to remember' };
  await owner.post('/v1/member-invitations', { email: person.email, role });
  const { text } = await story.mail.next(person.email, /invit/i, new Set());
  const token = /#([\w-]+)/.exec(text)?.[1];
  await story
    .visitor()
    .post('/v1/member-invitations/acceptances', { token, name: `New ${role}`, password: person.password });
  return person;
}

type Platform = 'instagram' | 'tiktok' | 'youtube';

interface Transaction {
  id: string;
  status: 'PENDING' | 'SETUP_UNFINISHED' | 'DONE' | 'FAILED';
  candidates?: { id: string; handle: string | null; eligible: boolean }[];
  error?: { code: string } | null;
}

/** Connects a platform as the creator: our primer's button, then the platform's own pages, then the choice. */
export async function connect(
  creator: GatewayDoor,
  platform: Platform,
  personaName: string,
  socialAccountId?: string,
): Promise<Transaction> {
  const started = await creator.post<{ id: string; redirectTo: string }>('/v1/connect-transactions', {
    platform,
    ...(socialAccountId ? { socialAccountId } : {}),
  });
  const expectedHost = `${{ instagram: 'facebook', tiktok: 'tiktok', youtube: 'google' }[platform]}.localhost`;
  must(new URL(started.redirectTo).hostname === expectedHost, `the browser is sent to ${expectedHost}`);
  await creator.browser.open(started.redirectTo);
  if (creator.browser.page?.url.pathname.includes('/login')) {
    await creator.browser.press(new RegExp(`^\\W*.{0,4}\\s*Log in as ${personaName}\\b`, 'i'));
  }
  if (platform === 'instagram') {
    if (/id="continue-as"/.test(creator.browser.page?.html ?? '')) await creator.browser.press(/^Continue as/);
    else {
      await creator.browser.press(/^Next$/);
      await creator.browser.press(/^Done$/, (box) => box.name !== 'all');
    }
  } else if (creator.browser.page?.url.hostname === expectedHost) {
    await creator.browser.press(platform === 'tiktok' ? /^Authorize$/ : /^Continue$/);
  }
  must(
    creator.browser.page?.url.pathname === `/connect/transactions/${started.id}`,
    'the browser is back on a clean page',
  );
  must(!creator.browser.page?.url.search, 'neither code nor state stays in the address bar');

  const path = `/v1/connect-transactions/${started.id}`;
  const answer = await eventually('the answer of the platform', async () => {
    const transaction = await creator.get<Transaction>(path);
    return transaction.status === 'PENDING' ? undefined : transaction;
  });
  if (answer.status !== 'SETUP_UNFINISHED') return answer;
  const [choice] = (answer.candidates ?? []).filter((candidate) => candidate.eligible);
  must(choice, 'there is an account to choose');
  await creator.post(`${path}/confirm`, { candidateIds: [choice.id] });
  return eventually('the end of the connection', async () => {
    const transaction = await creator.get<Transaction>(path);
    return transaction.status === 'DONE' || transaction.status === 'FAILED' ? transaction : undefined;
  });
}

/** The account that an earlier telling left behind; it is authenticated again instead of being added. */
export async function knownAccount(
  admin: GatewayDoor,
  influencer: Influencer,
  platform: string,
): Promise<string | undefined> {
  return (await accountsOf(admin, influencer)).find((account) => account.platform === platform)?.id;
}

export async function accountsOf(admin: GatewayDoor, influencer: Influencer): Promise<SocialAccount[]> {
  const { items } = await admin.get<{ items: SocialAccount[] }>(`/v1/influencers/${influencer.id}/social-accounts`);
  return items;
}

export function accountInState(
  admin: GatewayDoor,
  influencer: Influencer,
  platform: string,
  wanted: Partial<SocialAccount>,
): Promise<SocialAccount> {
  return eventually(`an account at ${platform} that is ${JSON.stringify(wanted)}`, async () =>
    (await accountsOf(admin, influencer)).find(
      (account) =>
        account.platform === platform &&
        Object.entries(wanted).every(([name, value]) => account[name as keyof SocialAccount] === value),
    ),
  );
}

/** Adds an influencer, sends the link, lets the creator connect, and waits until the account is authenticated. */
export async function connectedCreator(
  story: Story,
  admin: GatewayDoor,
  platform: Platform,
  persona: string,
  personaName: string,
) {
  const influencer = await addInfluencer(story, admin, persona);
  return { influencer, account: await connectByLink(story, admin, influencer, platform, personaName) };
}

/** The way of somebody in the roster from the copied link to the authenticated account. */
export async function connectByLink(
  story: Story,
  admin: GatewayDoor,
  influencer: Influencer,
  platform: Platform,
  personaName: string,
): Promise<SocialAccount> {
  const creator = story.visitor();
  await openLink(story, creator, await copyLink(admin, influencer, platform), influencer.email);
  const transaction = await connect(creator, platform, personaName, await knownAccount(admin, influencer, platform));
  must(transaction.status === 'DONE', `the connection ends well (${transaction.error?.code ?? transaction.status})`);
  return accountInState(admin, influencer, platform, { authState: 'AUTHENTICATED' });
}

/** Collection is over, can not be started by hand, and shows nothing any more. */
export async function collectionStopped(story: Story, admin: GatewayDoor, accountId: string): Promise<void> {
  const feed = await eventually('the feed to close', async () => {
    const state = await admin.get<{ status: string }>(`/v1/social-accounts/${accountId}/collections`);
    return state.status === 'closed' ? state : undefined;
  });
  story.fact(feed, 'Collection has stopped.');
  const refusal = await admin.refusal('POST', `/v1/social-accounts/${accountId}/collections`);
  story.fact(refusal.code === 'collector.not_tracked', 'It can not be started by hand either.');
  const posts = await admin.get<{ items: unknown[] }>(`/v1/posts?socialAccountId=${accountId}`);
  story.fact(posts.items.length === 0, 'What was collected is hidden at once.');
}
