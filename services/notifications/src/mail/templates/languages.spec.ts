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
