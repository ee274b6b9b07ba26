import { mailLanguages } from '@creator-connect/contracts';
import { messageKinds, type MessageKind } from '../../messages/domain/message-kind';
import type { Recipient } from '../../peers/recipients';
import { languageOf } from './language';
import { systemMailContent } from './system-mail';
import { mailContent } from './texts';
import type { SystemMail } from './words';

const kinds = Object.keys(messageKinds) as MessageKind[];
const url = 'https://connect.example.com/x';
const systemMails: SystemMail[] = [
  { kind: 'link-code', code: '123456', organisationName: 'Bright Agency' },
  { kind: 'step-up-code', code: '123456' },
  { kind: 'application-code', code: '123456' },
  { kind: 'sign-in-link', url },
  { kind: 'password-reset', url },
  { kind: 'password-changed' },
  { kind: 'new-device', url, moment: '7 December 2026' },
  { kind: 'member-invitation', url, organisationName: 'Bright Agency' },
  {
    kind: 'digest',
    organisationName: 'Bright Agency',
    url,
    reauth: 12,
    nonAuth: 1,
    endingSoon: 2,
    accounts: [
      { handle: 'kim', platform: 'TikTok', influencerName: 'Kim', authState: 'REAUTH', since: '7 December 2026' },
    ],
  },
  { kind: 'application-continuation', url, organisationName: 'Bright Agency' },
  {
    kind: 'access-report',
    url,
    organisationName: 'Bright Agency',
    month: '2026-09',
    viewers: 1,
    people: 2,
    downloads: 0,
  },
  { kind: 'confirm-address', url, organisationName: 'Bright Agency' },
  { kind: 'outbound-test', organisationName: 'Bright Agency' },
];

const recipient = (locale: string, organisationLocale = 'en'): Recipient => ({
  email: 'kim@example.com',
  name: 'Kim',
  locale,
  organisationLocale,
  timeZone: 'Europe/Berlin',
  organisationName: 'Bright Agency',
  accounts: [{ id: '1', platform: 'instagram', handle: 'kim' }],
  link: { url, expiresAt: '2026-12-07T23:30:00.000Z' },
});
const mail = (kind: MessageKind, to: Recipient) =>
  mailContent(kind, {
    recipient: to,
    publicUrl: 'https://connect.example.com',
    endsAt: new Date('2026-12-07T23:30:00Z'),
  });

describe.each(mailLanguages)('mails in %s', (locale) => {
  it.each(kinds)('%s has all its words in this language, and none in English by mistake', (kind) => {
    const [here, english] = [mail(kind, recipient(locale)), mail(kind, recipient('en'))];
    expect(here.locale).toBe(locale);
    expect(here.subject.length).toBeLessThanOrEqual(60);
    expect(here.subject).not.toMatch(/…$/);
    expect(here.preheader).not.toBe(here.subject);
    expect(here.paragraphs).toHaveLength(english.paragraphs.length);
    expect(here.footer).toHaveLength(english.footer.length);
    expect(here.button === null).toBe(english.button === null);
    if (locale === 'en') return;
    const shared = [...here.paragraphs, ...here.footer, here.heading, here.preheader].filter((text) =>
      [...english.paragraphs, ...english.footer, english.heading, english.preheader].includes(text),
    );
    expect(shared).toEqual([]);
  });

  it.each(systemMails)('$kind has all its words in this language', (content) => {
    const [here, english] = [
      systemMailContent(content, languageOf(locale)),
      systemMailContent(content, languageOf('en')),
    ];
    expect(here.locale).toBe(locale);
    expect(here.subject.length).toBeLessThanOrEqual(60);
    expect(here.paragraphs).toHaveLength(english.paragraphs.length);
    expect(here.button?.url).toBe(english.button?.url);
    if (locale !== 'en') expect(here.paragraphs).not.toEqual(english.paragraphs);
  });
});

/** Mails about nobody's account in particular. */
const ofPeople: readonly MessageKind[] = ['application-received', 'application-declined', 'approved', 'merge-question'];
const ofAccounts = kinds.filter((kind) => !ofPeople.includes(kind));
const acme = (locale: string): Recipient => ({ ...recipient(locale), organisationName: 'Acme' });

describe.each(mailLanguages)('what stands in an inbox, in %s', (locale) => {
  it.each(ofAccounts)('%s names platform, handle and organisation', (kind) => {
    const { subject } = mail(kind, acme(locale));
    expect(subject).toContain('@kim ');
    for (const name of ['Instagram', 'Acme']) expect(subject).toContain(name);
    expect(subject.length).toBeLessThanOrEqual(60);
  });

  it.each(ofAccounts)('%s keeps the platform and the beginning of names that are too long for it', (kind) => {
    const { subject } = mail(kind, {
      ...recipient(locale),
      organisationName: 'Extraordinarily Bright Agency for Creators of the North',
      accounts: [{ id: '1', platform: 'tiktok', handle: 'a.handle.as.long.as.tiktok.lets.it.be' }],
    });
    expect(subject.length).toBeLessThanOrEqual(60);
    for (const name of ['TikTok', '@a.hand', 'Extraor']) expect(subject).toContain(name);
  });

  it.each(ofPeople)('%s names the organisation', (kind) => {
    expect(mail(kind, acme(locale)).subject).toContain('Acme');
  });

  it.each(ofAccounts)('%s says of several accounts how many they are', (kind) => {
    const { accounts } = recipient(locale);
    const { subject } = mail(kind, { ...acme(locale), accounts: [...accounts, ...accounts, ...accounts] });
    expect(subject).toMatch(/\b3 (accounts|Konten)\b/);
  });

  it('an account that is asked for without a handle is called by its platform', () => {
    const { subject } = mail('authorization-request', {
      ...acme(locale),
      accounts: [{ id: null, platform: 'youtube', handle: null }],
    });
    expect(subject).toMatch(/\bYouTube\b/);
    expect(subject).not.toContain('@');
  });

  it.each(['authorization-request', 'expiring', 'reauth'] as const)(
    '%s goes on with the day and with what stops',
    (kind) => {
      expect(mail(kind, acme(locale)).preheader).toMatch(
        locale === 'de' ? /8\. Dezember 2026; .*nicht (mehr )?gezählt/ : /8 December 2026; .*not counted/,
      );
    },
  );

  it.each(['authorization-request', 'expiring', 'reauth', 'approved'] as const)(
    '%s ends with why its reader gets it, and with when its link ends',
    (kind) => {
      const [why, until] = mail(kind, acme(locale)).footer;
      const because = { en: 'because Acme works with you', de: 'weil Acme mit dir arbeitet' };
      const moment = { en: 'works until 8 December 2026 at 00:30', de: 'gilt bis 8. Dezember 2026 um 00:30' };
      expect(why).toContain(because[locale]);
      expect(until).toContain(moment[locale]);
    },
  );
});

describe('the language of a mail', () => {
  it('is that of the influencer, whatever their region, else that of the organisation, else English', () => {
    expect(mail('reauth', recipient('de-AT')).locale).toBe('de');
    expect(mail('reauth', recipient('fr', 'de')).locale).toBe('de');
    expect(mail('reauth', recipient('fr', 'pt-BR')).locale).toBe('en');
  });

  it('writes the day as it is where the influencer lives', () => {
    expect(mail('expiring', recipient('de')).preheader).toContain('endet am 8. Dezember 2026;');
    expect(mail('expiring', recipient('en')).preheader).toContain('ends on 8 December 2026;');
    expect(mail('expiring', { ...recipient('en'), timeZone: 'America/New_York' }).preheader).toContain(
      '7 December 2026',
    );
  });
});
