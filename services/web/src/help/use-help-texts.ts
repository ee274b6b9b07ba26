import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Language } from '../i18n';
import type { HelpTexts } from './topics';

/** Fetched where help is open: no other page carries these texts. */
const load: Readonly<Record<Language, () => Promise<HelpTexts>>> = {
  en: () => import('../locales/help/en').then(({ help }) => help),
  de: () => import('../locales/help/de').then(({ help }) => help),
};

export function useHelpTexts() {
  const { i18n } = useTranslation();
  const language = i18n.language as Language;
  return useQuery({ queryKey: ['help', language], queryFn: load[language], staleTime: Infinity });
}
