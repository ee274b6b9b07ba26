import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n';

interface LinkNews {
  openedAt: string | null;
  finishedAt: string | null;
}

/** What became of a link after it was handed over, in order; nothing as long as nothing did. */
export function useLinkNews(): (link: LinkNews) => string[] {
  const { t } = useTranslation();
  return ({ openedAt, finishedAt }) => [
    ...(openedAt ? [t('requests.opened', { time: formatDate(openedAt) })] : []),
    ...(finishedAt ? [t('requests.finished', { time: formatDate(finishedAt) })] : []),
  ];
}
