import type { MailContent } from '../layout';
import { plain } from '../plain-text';
import type { AccessReportMail } from '../words';

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export function accessReportText(mail: AccessReportMail): Omit<MailContent, 'locale'> {
  const month = new Intl.DateTimeFormat('de-DE', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${mail.month}-01T00:00:00Z`),
  );
  const organisation = plain(mail.organisationName);
  const viewers = many(mail.viewers, 'Mitglied oder API-Schlüssel', 'Mitglieder und API-Schlüssel');
  const people = many(mail.people, 'Creator', 'Creators');
  return {
    subject: `Zugriffe auf Daten deiner Creators im ${month}`,
    preheader: `Der Zugriffsbericht von ${organisation}.`,
    heading: `Zugriffsbericht für ${month}`,
    paragraphs: [
      `Bei ${organisation} gab es Zugriffe auf Daten von Creators durch ${viewers}: ${people} einzeln, und ${many(mail.downloads, 'Download', 'Downloads')}.`,
      'Der Bericht sagt, wer sich wie viele Personen angesehen hat, und was. Achte auf Unerwartetes: jemand, der nicht mehr dabei ist, ein Schlüssel, den niemand braucht, viele Downloads.',
    ],
    button: { label: 'Bericht öffnen', url: mail.url },
    footer: [
      `Du bekommst diese Mail einmal im Monat, weil du zu den Inhabern von ${organisation} gehörst. Sie nennt keine Namen.`,
    ],
  };
}
