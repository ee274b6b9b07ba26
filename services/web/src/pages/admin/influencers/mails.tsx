import { Badge, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Message } from '../../../api/admin-types';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { formatDate } from '../../../i18n';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';

const colors = { QUEUED: 'gray.7', SENDING: 'gray.7', SENT: 'teal.9', FAILED: 'red.9', CANCELLED: 'gray.7' } as const;

/** Every mail to this influencer, and what became of it. */
export function Mails({ influencerId }: { influencerId: string }) {
  const { t, i18n } = useTranslation();
  const messages = usePages<Message>(`/v1/messages?influencerId=${influencerId}&limit=25`);
  if (messages.error) return <ProblemNotice error={messages.error} onRetry={() => void messages.refetch()} />;
  if (!messages.items) return <Loading />;
  if (messages.items.length === 0) return <Text>{t('mails.empty')}</Text>;
  return (
    <Stack gap="xs">
      {messages.items.map(({ id, kind, status, failure, createdAt, sentAt }) => (
        <Group key={id} justify="space-between">
          <div>
            <Text>{i18n.exists(`mails.kind.${kind}`) ? t(`mails.kind.${kind}` as 'mails.kind.reauth') : kind}</Text>
            <Text size="xs" c="dimmed">
              {formatDate(sentAt ?? createdAt)}
            </Text>
          </div>
          <Badge color={colors[status]} variant="outline" tt="none" size="lg">
            {t(`mails.status.${status}`)}
            {failure &&
              i18n.exists(`mails.failure.${failure}`) &&
              `: ${t(`mails.failure.${failure}` as 'mails.failure.no_sender')}`}
          </Badge>
        </Group>
      ))}
      <MoreButton pages={messages} />
    </Stack>
  );
}
