import { useTranslation } from 'react-i18next';
import type { Collection, SocialAccount } from '../../../api/types';

/** Where the figures of an account come from, in words. */
export function useSourceText() {
  const { t } = useTranslation();
  return ({ authState }: SocialAccount, { source }: Collection): string =>
    // With the installation's key, which needs nobody's permission.
    t(`facts.sourceOf.${source === 'youtube_data' && authState !== 'AUTHENTICATED' ? 'youtube_public' : source}`);
}
