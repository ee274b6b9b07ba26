import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { SocialAccount } from '../api/types';
import { cardStateOf, changedAccounts } from '../domain/card-state';

/** A sentence about the last change of state, for a live region: the page changes without moving the focus. */
export function useStateNews(accounts: SocialAccount[] | undefined): string {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(accounts);
  const [news, setNews] = useState('');
  if (accounts !== seen) {
    const changed = changedAccounts(seen ?? [], accounts ?? []);
    setSeen(accounts);
    if (changed.length > 0) {
      const sayings = changed.map((account) => `@${account.handle}: ${t(`state.${cardStateOf(account, new Date())}`)}`);
      setNews(sayings.join(', '));
    }
  }
  return news;
}
