import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { changesOf, type CardState, type ShownCard } from '../domain/card-state';

const nothing: ReadonlyMap<string, CardState> = new Map();

/** A sentence about the last change of state, for a live region: the page changes without moving the focus. */
export function useStateNews(cards: readonly ShownCard[]): string {
  const { t } = useTranslation();
  const [seen, setSeen] = useState(nothing);
  const [news, setNews] = useState('');
  const changes = changesOf(seen, cards);
  if (changes) {
    setSeen(changes.seen);
    const sayings = changes.changed.map(({ handle, state }) => `@${handle}: ${t(`state.${state}`)}`);
    if (sayings.length > 0) setNews(sayings.join(', '));
  }
  return news;
}
