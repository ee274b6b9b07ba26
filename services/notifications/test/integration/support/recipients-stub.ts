import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { MailedLink } from '../../../src/peers/mailed-links';
import type { Attention } from '../../../src/peers/organisations';
import type { Recipient, RecipientQuestion } from '../../../src/peers/recipients';

export const emailOf = (influencerId: string) => `${influencerId}@example.com`;

const withLink = new Set(['authorization-request', 'reauth', 'expiring']);

const namesOf = ({ influencerIds, accountIds }: Record<'influencerIds' | 'accountIds', string[]>) => ({
  influencers: influencerIds.map((id) => ({ id, name: 'Kim' })),
  accounts: accountIds.map((id) => ({ id, platform: 'instagram', handle: 'kim' })),
});

/** Plays accounts, as far as notifications asks it. */
export class RecipientsStub {
  organisationName = 'Bright Agency';
  organisationLocale = 'en';
  /** Who does not read English, by influencer. */
  readonly locales = new Map<string, string>();
  /** Addresses that are not what `emailOf` says. */
  readonly emails = new Map<string, string>();
  /** What a request asks for that names no account. */
  asksFor: Pick<Recipient['accounts'][number], 'platform' | 'handle'>[] = [
    { platform: 'tiktok', handle: '@kim.dances' },
  ];
  /** Whose organisation is given is known to that one alone; anybody else is known wherever they are asked for. */
  readonly homes = new Map<string, string>();
  /** Who has nothing left to authorize. */
  readonly done = new Set<string>();
  /** What needs the owners of accounts, in every organisation. */
  attention: Attention = { reauth: 0, nonAuth: 0, endingSoon: 0, accounts: [] };
  /** What became of the links of mails, by mail. */
  readonly mailedLinks = new Map<string, MailedLink>();
  /** What was asked, latest last. */
  readonly asked: RecipientQuestion[] = [];
  private server: Server | undefined;

  async start(): Promise<string> {
    this.server = createServer((request, response) => {
      let text = '';
      request.setEncoding('utf8');
      request.on('data', (chunk: string) => (text += chunk));
      request.on('end', () => {
        const answer = request.headers['x-connect-identity'] ? this.#answer(request.url ?? '', text) : undefined;
        response.writeHead(answer ? 200 : 404, { 'content-type': 'application/json' });
        response.end(JSON.stringify(answer ?? { status: 404, code: 'accounts.not_found', title: 'x', nextStep: 'x' }));
      });
    });
    await new Promise<void>((resolve) => this.server!.listen(0, '127.0.0.1', resolve));
    return `http://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async stop(): Promise<void> {
    this.server?.closeAllConnections();
    await new Promise((resolve) => (this.server ? this.server.close(resolve) : resolve(undefined)));
  }

  #answer(url: string, body: string): object | undefined {
    if (url === '/internal/message-recipients') return this.#recipient(JSON.parse(body) as RecipientQuestion);
    if (url === '/internal/names') return namesOf(JSON.parse(body) as Record<'influencerIds' | 'accountIds', string[]>);
    if (url === '/internal/mailed-links') return this.#mailed(JSON.parse(body) as { messageIds: string[] });
    if (url.endsWith('/attention')) return this.attention;
    return url.startsWith('/internal/organisations/')
      ? { name: this.organisationName, locale: this.organisationLocale }
      : undefined;
  }

  #mailed({ messageIds }: { messageIds: string[] }) {
    return { items: messageIds.flatMap((id) => this.mailedLinks.get(id) ?? []) };
  }

  #recipient(question: RecipientQuestion): Recipient | undefined {
    this.asked.push(question);
    const home = this.homes.get(question.influencerId) ?? question.organisationId;
    if (home !== question.organisationId) return undefined;
    const { influencerId, purpose, accountIds } = question;
    const needsLink = withLink.has(purpose) && !this.done.has(influencerId);
    const expiresAt = '2030-05-01T10:00:00.000Z';
    const link = { url: 'http://localhost:4400/a/fresh-link', expiresAt };
    const signIn = { url: `http://localhost:4400/sign-in#fresh-token-${this.asked.length}`, expiresAt };
    const asked = purpose === 'authorization-request' ? this.asksFor.map((one) => ({ id: null, ...one })) : [];
    return {
      email: this.emails.get(influencerId) ?? emailOf(influencerId),
      name: 'Kim',
      locale: this.locales.get(influencerId) ?? 'en',
      organisationLocale: this.organisationLocale,
      timeZone: 'Europe/Berlin',
      organisationName: this.organisationName,
      accounts: [...asked, ...accountIds.map((id) => ({ id, platform: 'instagram' as const, handle: 'kim' }))],
      link: purpose === 'approved' ? signIn : needsLink ? link : null,
    };
  }
}
