import { useTranslation } from 'react-i18next';
import { scopeKey } from '../domain/scope-key';

/** A permission in the platform's own words; its technical name where we have none. */
export function useScopeName(): (scope: string) => string {
  const { t, i18n } = useTranslation();
  return (scope) => {
    const key = `scope.${scopeKey(scope)}`;
    return i18n.exists(key) ? t(key as 'scope.video_list') : scope;
  };
}
