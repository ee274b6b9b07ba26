import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../i18n';
import { lastMailsQuery } from '../links/last-mails-query';
import { useMailStatus } from './use-mail-status';
import { useLinkNews } from './use-link-news';

/** Mails that ask for an authorization. */
const asking = ['authorization-request', 'reauth', 'expiring'];

/** What became of the latest mail that asked for this account. */
export function LastMail({ influencerId, accountId }: { influencerId: string; accountId: string }) {
  const { t } = useTranslation();
  const statusText = useMailStatus();
  const linkNews = useLinkNews();
  const { data } = useQuery(lastMailsQuery(influencerId));
  const mail = data?.items.find(
    ({ kind, status, socialAccountIds }) =>
      asking.includes(kind) &&
      // What is due in some days has not been tried.
      !(status === 'QUEUED' && kind !== 'authorization-request') &&
      status !== 'CANCELLED' &&
      (socialAccountIds.length === 0 || socialAccountIds.includes(accountId)),
  );
  if (!mail) return null;
  const last = t('links.last', { time: formatDate(mail.sentAt ?? mail.createdAt), status: statusText(mail) });
  return (
    <Text size="sm" c={mail.status === 'FAILED' ? 'var(--mantine-color-error)' : 'dimmed'}>
      {[last, ...linkNews({ openedAt: mail.linkOpenedAt, finishedAt: mail.requestFinishedAt })].join(' · ')}
    </Text>
  );
}
