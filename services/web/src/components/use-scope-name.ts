import { useTranslation } from 'react-i18next';

/** A permission in the platform's own words; its technical name where we have none. */
export function useScopeName(): (scope: string) => string {
  const { t, i18n } = useTranslation();
  return (scope) => {
    // A dot would separate keys.
    const key = `scope.${scope.replaceAll('.', '_')}`;
    return i18n.exists(key) ? t(key as 'scope.video_list') : scope;
  };
}
