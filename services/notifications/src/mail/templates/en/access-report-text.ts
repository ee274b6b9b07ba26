import type { MailContent } from '../layout';
import { plain } from '../plain-text';
import type { AccessReportMail } from '../words';

const many = (count: number, one: string, more: string) => `${count} ${count === 1 ? one : more}`;

export function accessReportText(mail: AccessReportMail): Omit<MailContent, 'locale'> {
  const month = new Intl.DateTimeFormat('en-GB', { month: 'long', year: 'numeric', timeZone: 'UTC' }).format(
    new Date(`${mail.month}-01T00:00:00Z`),
  );
  const organisation = plain(mail.organisationName);
  const viewers = many(mail.viewers, 'member or API key', 'members and API keys');
  const people = many(mail.people, 'creator', 'creators');
  const downloads = many(mail.downloads, 'download', 'downloads');
  return {
    subject: `Who looked at your creators’ data in ${month}`,
    preheader: `The access report of ${organisation}.`,
    heading: `Access report for ${month}`,
    paragraphs: [
      `At ${organisation}, ${viewers} looked at creators’ data: ${people} one by one, and ${downloads}.`,
      'The report says who looked at how many people and at what. Look for what you did not expect: somebody who has left, a key that nobody needs, many downloads.',
    ],
    button: { label: 'Open the report', url: mail.url },
    footer: [`You get this mail once a month because you are an owner of ${organisation}. It names nobody.`],
  };
}
