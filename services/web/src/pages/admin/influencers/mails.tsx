import { Alert, Badge, Card, Group, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Influencer } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { EmptyState } from '../../../components/empty-state';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { formatDate } from '../../../i18n';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';
import { LiftComplaint } from './lift-complaint';
import { useLinkNews } from './use-link-news';
import { useMailStatus } from './use-mail-status';

/** Loud only where something went wrong. */
const colors: Record<string, string> = { FAILED: 'red.9', UNCONFIRMED: '#a63c06' };

interface MailsProps {
  influencer: Pick<Influencer, 'id' | 'name'>;
  mayChange: boolean;
}

/** Every mail to this influencer, and what became of it. */
export function Mails({ influencer, mayChange }: MailsProps) {
  const { t, i18n } = useTranslation();
  const influencerId = influencer.id;
  const statusText = useMailStatus();
  const linkNews = useLinkNews();
  const messages = usePages(['mails', influencerId], (page) =>
    answerOf(api.GET('/v1/messages', { params: { query: { influencerId, limit: 25, ...page } } })),
  );
  if (messages.error && !messages.items)
    return <ProblemNotice error={messages.error} onRetry={() => void messages.refetch()} />;
  if (!messages.items) return <Loading />;
  return (
    <Stack gap="xs">
      <KeptBack influencer={influencer} mayChange={mayChange} />
      {messages.items.length === 0 && <EmptyState title={t('mails.empty')} />}
      {messages.items.map(({ id, kind, status, failure, createdAt, sentAt, linkOpenedAt, requestFinishedAt }) => (
        <Card key={id} withBorder padding="sm">
          <Group justify="space-between" wrap="nowrap">
            <div style={{ minWidth: 0 }}>
              <Text>{i18n.exists(`mails.kind.${kind}`) ? t(`mails.kind.${kind}` as 'mails.kind.reauth') : kind}</Text>
              <Text size="xs" c="dimmed">
                {[
                  formatDate(sentAt ?? createdAt),
                  ...linkNews({ openedAt: linkOpenedAt, finishedAt: requestFinishedAt }),
                ].join(' · ')}
              </Text>
            </div>
            <Badge
              color={colors[status]}
              variant={colors[status] ? 'filled' : 'default'}
              tt="none"
              size="lg"
              style={{ flexShrink: 0 }}
            >
              {statusText({ status, failure })}
            </Badge>
          </Group>
        </Card>
      ))}
      <MoreButton pages={messages} />
    </Stack>
  );
}

/** Why the creator gets less than one would think. */
function KeptBack({ influencer, mayChange }: MailsProps) {
  const { t } = useTranslation();
  const influencerId = influencer.id;
  const { data } = useQuery({
    queryKey: ['admin', 'addressee', influencerId],
    queryFn: () => answerOf(api.GET('/v1/addressees/{influencerId}', { params: { path: { influencerId } } })),
  });
  return (
    <>
      {data?.complainedAt && (
        <Alert color="red" title={t('mails.complained', { date: formatDate(data.complainedAt) })}>
          <Text size="sm">{t('mails.complainedText')}</Text>
          {mayChange && <LiftComplaint influencer={influencer} />}
        </Alert>
      )}
      {data?.bouncedAt && (
        <Alert color="red" title={t('mails.bounced', { date: formatDate(data.bouncedAt) })}>
          {t('mails.bouncedText')}
        </Alert>
      )}
      {data?.remindersStoppedAt && (
        <Alert color="gray" title={t('mails.stopped', { date: formatDate(data.remindersStoppedAt) })}>
          {t('mails.stoppedText')}
        </Alert>
      )}
    </>
  );
}
