import type { MailContent } from '../layout';
import { plain } from '../plain-text';
import type { DigestMail } from '../words';

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export function digestText(mail: DigestMail): Omit<MailContent, 'locale'> {
  const { reauth, nonAuth, endingSoon, accounts } = mail;
  const organisation = plain(mail.organisationName);
  const need = `${many(reauth + nonAuth, 'account needs its', 'accounts need their')} owner`;
  const more = reauth + nonAuth - accounts.length;
  return {
    subject: `${need} at ${organisation}`,
    preheader: `Reauth: ${reauth}. Non-auth: ${nonAuth}. Each can be asked again in one press.`,
    heading: need,
    paragraphs: [
      'Nothing new is counted for an account whose permission ended, until its owner renews it. These are the latest:',
      ...accounts.map(
        ({ handle, platform, influencerName, authState, since }) =>
          `@${plain(handle)} on ${platform}, ${plain(influencerName)}: ${authState === 'REAUTH' ? 'Reauth' : 'Non-auth'} since ${since}`,
      ),
      ...(more > 0 ? [`And ${many(more, 'more account', 'more accounts')}.`] : []),
      ...(endingSoon > 0
        ? [
            `${many(endingSoon, 'more authorization ends', 'more authorizations end')} within two weeks; their owners are mailed by themselves.`,
          ]
        : []),
    ],
    button: { label: 'Show these accounts', url: mail.url },
    footer: [
      `You get this mail because you are a member of ${organisation}. On days on which no account needs its owner, none comes.`,
      'How often it comes, or that it does not, is set in Settings → Your notices. Your mail program has a button for it as well, mostly called "Unsubscribe".',
    ],
  };
}
