import { useTranslation } from 'react-i18next';
import type { Message } from '../../../api/admin-types';

/** What became of a mail, and why where it failed. */
export function useMailStatus(): (message: Pick<Message, 'status' | 'failure'>) => string {
  const { t, i18n } = useTranslation();
  return ({ status, failure }) => {
    const key = `mails.failure.${failure}`;
    const why = failure && i18n.exists(key) ? `: ${t(key as 'mails.failure.no_sender')}` : '';
    return `${t(`mails.status.${status}`)}${why}`;
  };
}
