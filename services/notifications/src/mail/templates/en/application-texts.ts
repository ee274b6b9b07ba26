import type { Parts, Words } from '../words';

const because = ({ organisation }: Words) =>
  `You get this mail because you applied to ${organisation}, which uses Creator Connect.`;

/** Mails to people who applied; none of them holds a link, since their browser has the application. */
export const applicationWordings = {
  'application-received': (words: Words): Parts => ({
    subject: `${words.organisation} has your application`,
    preheader: 'Nothing is collected before it is approved.',
    heading: 'Your application has arrived',
    paragraphs: [
      `${words.organisation} looks at it and answers by mail. Until then nothing is collected from your accounts.`,
      'Changed your mind? Open the application form again in the same browser and withdraw it.',
    ],
    button: null,
    reason: because(words),
  }),
  'application-declined': (words: Words): Parts => ({
    subject: `Your application to ${words.organisation}`,
    preheader: 'The access to your accounts has ended.',
    heading: 'Your application was not accepted',
    paragraphs: [
      `${words.organisation} thanks you for applying and has decided not to go on with it.`,
      'The access that you gave to your accounts has ended, and nothing was collected. What you typed will be deleted within seven days.',
    ],
    button: null,
    reason: because(words),
  }),
};
