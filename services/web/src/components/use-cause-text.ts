import { useTranslation } from 'react-i18next';

/** The cause of a state in words; the closed list is in the contracts. */
export function useCauseText() {
  const { t, i18n } = useTranslation();
  return (cause: string): string => {
    const key = `cause.${cause}`;
    return i18n.exists(key) ? t(key as 'cause.token_expired') : cause.replaceAll('_', ' ');
  };
}
