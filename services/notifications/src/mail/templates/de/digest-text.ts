import type { MailContent } from '../layout';
import { plain } from '../plain-text';
import type { DigestMail } from '../words';

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export function digestText(mail: DigestMail): Omit<MailContent, 'locale'> {
  const { reauth, nonAuth, endingSoon, accounts } = mail;
  const organisation = plain(mail.organisationName);
  const need = many(reauth + nonAuth, 'Konto wartet', 'Konten warten');
  const more = reauth + nonAuth - accounts.length;
  return {
    subject: `${need} auf eine Erlaubnis: ${organisation}`,
    preheader: `Erneuern: ${reauth}. Ohne Erlaubnis: ${nonAuth}. Um jede kannst du mit einem Klick bitten.`,
    heading: `${need} auf eine Erlaubnis`,
    paragraphs: [
      'Für ein Konto, dessen Erlaubnis geendet hat, zählt nichts Neues, bis sie erneuert wird. Dies sind die jüngsten:',
      ...accounts.map(
        ({ handle, platform, influencerName, authState, since }) =>
          `@${plain(handle)} bei ${platform}, ${plain(influencerName)}: ${authState === 'REAUTH' ? 'Erneuern' : 'Ohne Erlaubnis'} seit ${since}`,
      ),
      ...(more > 0 ? [`Und ${many(more, 'weiteres Konto', 'weitere Konten')}.`] : []),
      ...(endingSoon > 0
        ? [
            `${many(endingSoon, 'weitere Erlaubnis endet', 'weitere Erlaubnisse enden')} in den nächsten zwei Wochen; wem die Konten gehören, bekommt von selbst eine Mail.`,
          ]
        : []),
    ],
    button: { label: 'Diese Konten zeigen', url: mail.url },
    footer: [
      `Du bekommst diese Mail, weil du Mitglied von ${organisation} bist. Braucht kein Konto eine Erlaubnis, kommt keine.`,
      'Wie oft sie kommt, oder dass sie nicht kommt, stellst du unter Einstellungen → Deine Hinweise ein. Dein Mailprogramm hat dafür auch einen Knopf, meist „Abbestellen“.',
    ],
  };
}
