import type { MailLanguage } from '@creator-connect/contracts';
import { german } from './de/german';
import { english } from './en/english';
import type { Language } from './words';

const languages: Readonly<Record<MailLanguage, Language>> = { en: english, de: german };

/** The first of these languages that mails are written in, else English. A region (`de-AT`) is no other language. */
export function languageOf(...locales: readonly string[]): Language {
  const wanted = locales.map((locale) => locale.split('-')[0]!).find((tag) => tag in languages);
  return languages[(wanted ?? 'en') as MailLanguage];
}
