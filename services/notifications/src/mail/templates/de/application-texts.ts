import type { Parts, Words } from '../words';

const because = ({ organisation }: Words) =>
  `Du bekommst diese Mail, weil du dich bei ${organisation} beworben hast; dort wird Creator Connect verwendet.`;

/** Mails to people who applied; none of them holds a link, since their browser has the application. */
export const applicationWordings = {
  'application-received': (words: Words): Parts => ({
    subject: `${words.organisation} hat deine Bewerbung`,
    preheader: 'Bevor sie angenommen ist, wird nichts erfasst.',
    heading: 'Deine Bewerbung ist angekommen',
    paragraphs: [
      `${words.organisation} sieht sie sich an und antwortet per Mail. Bis dahin wird nichts von deinen Konten erfasst.`,
      'Du hast es dir anders überlegt? Öffne das Formular noch einmal im selben Browser und zieh die Bewerbung zurück.',
    ],
    button: null,
    reason: because(words),
  }),
  'application-declined': (words: Words): Parts => ({
    subject: `Deine Bewerbung bei ${words.organisation}`,
    preheader: 'Der Zugang zu deinen Konten ist beendet.',
    heading: 'Deine Bewerbung wurde nicht angenommen',
    paragraphs: [
      `${words.organisation} dankt dir für die Bewerbung und hat entschieden, sie nicht weiter zu verfolgen.`,
      'Der Zugang, den du zu deinen Konten gegeben hast, ist beendet, und es wurde nichts erfasst. Was du eingegeben hast, wird innerhalb von sieben Tagen gelöscht.',
    ],
    button: null,
    reason: because(words),
  }),
};
