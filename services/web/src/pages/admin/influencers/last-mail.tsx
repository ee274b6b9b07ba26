import { Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { formatDate } from '../../../i18n';
import { useMailStatus } from './use-mail-status';

/** Mails that ask for an authorization. */
const asking = ['authorization-request', 'reauth', 'expiring'];

/** What became of the latest mail that asked for this account. */
export function LastMail({ influencerId, accountId }: { influencerId: string; accountId: string }) {
  const { t } = useTranslation();
  const statusText = useMailStatus();
  const { data } = useQuery({
    queryKey: ['admin', 'last-mails', influencerId],
    queryFn: () => answerOf(api.GET('/v1/messages', { params: { query: { influencerId, limit: 25 } } })),
    // That it went, or did not, is told at once. That it waits is not.
    refetchInterval: ({ state }) => (state.data?.items.some(isOnItsWay) ? 2_000 : 30_000),
  });
  const mail = data?.items.find(
    ({ kind, status, socialAccountIds }) =>
      asking.includes(kind) &&
      // What is due in some days has not been tried.
      !(status === 'QUEUED' && kind !== 'authorization-request') &&
      status !== 'CANCELLED' &&
      (socialAccountIds.length === 0 || socialAccountIds.includes(accountId)),
  );
  if (!mail) return null;
  return (
    <Text size="sm" c={mail.status === 'FAILED' ? 'var(--mantine-color-error)' : 'dimmed'}>
      {t('links.last', { time: formatDate(mail.sentAt ?? mail.createdAt), status: statusText(mail) })}
    </Text>
  );
}

const isOnItsWay = ({ kind, status }: Message) =>
  status === 'SENDING' || (status === 'QUEUED' && kind === 'authorization-request');
