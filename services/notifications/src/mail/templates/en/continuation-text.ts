import type { MailContent } from '../layout';
import { plain } from '../plain-text';
import type { ContinuationMail } from '../words';

export function continuationText({ url, organisationName }: ContinuationMail): Omit<MailContent, 'locale'> {
  return {
    subject: 'Your link to go on with your application',
    preheader: 'It works once, for fifteen minutes.',
    heading: 'Go on with your application',
    paragraphs: [
      `Open this mail on the device where you want to go on with your application to ${plain(organisationName)}, and press the button there. What you typed and connected is there as well.`,
    ],
    button: { label: 'Go on with my application', url },
    footer: [
      'You did not ask for it, or began no such application? Ignore this mail and pass it on to nobody; nothing happens.',
    ],
  };
}
