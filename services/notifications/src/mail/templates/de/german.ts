import type { Language } from '../words';
import { applicationWordings } from './application-texts';
import { influencerWordings } from './influencer-texts';
import { systemTexts } from './system-texts';

export const german: Language = {
  locale: 'de',
  dates: 'de-DE',
  hello: (name) => `Hallo ${name},`,
  because: (organisation) =>
    `Du bekommst diese Mail, weil ${organisation} mit dir arbeitet und dafür Creator Connect verwendet.`,
  until: (moment) => `Der Link gilt bis ${moment}. Er ist nur für dich bestimmt.`,
  stop: 'Keine solchen Erinnerungen mehr? Dein Mailprogramm hat einen Knopf dafür, meist „Abbestellen“ genannt.',
  yourAccount: 'dein Konto',
  yourAccounts: (count) => `deine ${count} Konten`,
  accountAt: (handle, platform) => `@${handle} auf ${platform}`,
  wordings: { ...influencerWordings, ...applicationWordings },
  system: systemTexts,
};
