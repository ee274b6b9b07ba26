import { useTranslation } from 'react-i18next';

/** How long something has waited, roughly: nobody acts otherwise at 61 s than at 1 min. */
export function useAge(): (seconds: number) => string {
  const { t } = useTranslation();
  return (seconds) => {
    if (seconds < 60) return t('operations.age.seconds', { count: Math.round(seconds) });
    if (seconds < 3600) return t('operations.age.minutes', { count: Math.round(seconds / 60) });
    return t('operations.age.hours', { count: Math.round(seconds / 3600) });
  };
}
