import type { Language } from '../words';
import { applicationWordings } from './application-texts';
import { influencerWordings } from './influencer-texts';
import { systemTexts } from './system-texts';

export const english: Language = {
  locale: 'en',
  dates: 'en-GB',
  hello: (name) => `Hello ${name},`,
  because: (organisation) => `You get this mail because ${organisation} works with you and uses Creator Connect.`,
  until: (moment) => `The link works until ${moment}. It is meant for you alone.`,
  stop: 'No more of these reminders? Your mail program has a button for it, mostly called "Unsubscribe".',
  yourAccount: 'your account',
  yourAccounts: (count) => `your ${count} accounts`,
  accountAt: (handle, platform) => `@${handle} on ${platform}`,
  wordings: { ...influencerWordings, ...applicationWordings },
  system: systemTexts,
};
