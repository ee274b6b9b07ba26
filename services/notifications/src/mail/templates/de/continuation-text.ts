import type { MailContent } from '../layout';
import { plain } from '../plain-text';
import type { ContinuationMail } from '../words';

export function continuationText({ url, organisationName }: ContinuationMail): Omit<MailContent, 'locale'> {
  return {
    subject: 'Dein Link, um mit der Bewerbung weiterzumachen',
    preheader: 'Er gilt einmal, fünfzehn Minuten lang.',
    heading: 'Mach mit deiner Bewerbung weiter',
    paragraphs: [
      `Öffne diese Mail auf dem Gerät, auf dem du mit deiner Bewerbung bei ${plain(organisationName)} weitermachen willst, und drück dort auf den Knopf. Was du eingegeben und verbunden hast, ist auch dort.`,
    ],
    button: { label: 'Mit der Bewerbung weitermachen', url },
    footer: [
      'Du hast nicht darum gebeten oder keine solche Bewerbung begonnen? Beachte diese Mail nicht weiter und gib sie niemandem; es geschieht nichts.',
    ],
  };
}
