import { Box, Group, Stack, Text } from '@mantine/core';
import { useQueries } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import type { SocialAccount } from '../../api/types';
import { Loading } from '../../components/loading';
import { TextLink } from '../../components/links';
import { PlatformIcon } from '../../components/platform-icon';
import { ProblemNotice } from '../../components/problem-notice';
import { useCauseText } from '../../components/use-cause-text';
import { ownEventOf } from '../../domain/own-event';
import { formatDate } from '../../i18n';
import { Section } from './section';

const shown = 20;

/** What happened to the accounts, and through whom: so that nobody else connects or ends one without its owner seeing it. */
export function RecentEvents({ accounts, organisation }: { accounts: readonly SocialAccount[]; organisation: string }) {
  const { t } = useTranslation();
  const causeText = useCauseText();
  const histories = useQueries({
    queries: accounts.map(({ id }) => ({
      // Begins as the accounts do: live updates read both again.
      queryKey: ['accounts', 'history', id],
      queryFn: () =>
        answerOf(api.GET('/v1/social-accounts/{id}/history', { params: { path: { id }, query: { limit: 100 } } })),
    })),
  });
  const failed = histories.find(({ error }) => error);
  const events = accounts
    .flatMap(({ id, handle, platform }, index) =>
      (histories[index]?.data?.items ?? []).flatMap((entry) => {
        const event = ownEventOf(entry);
        return event ? [{ ...entry, id, handle, platform, event }] : [];
      }),
    )
    .toSorted((left, right) => right.at.localeCompare(left.at))
    .slice(0, shown);
  return (
    <Section title={t('ownSecurity.events')}>
      {failed && <ProblemNotice error={failed.error} onRetry={() => void failed.refetch()} />}
      {!failed && histories.some(({ isPending }) => isPending) && <Loading />}
      {histories.every(({ isSuccess }) => isSuccess) && (
        <>
          <Text size="sm">{events.length === 0 ? t('ownSecurity.noEvents') : t('ownSecurity.eventsText')}</Text>
          {events.length > 0 && (
            <Stack
              component="ul"
              gap="md"
              m={0}
              p={0}
              style={{ listStyle: 'none' }}
              aria-label={t('ownSecurity.events')}
            >
              {events.map(({ id, handle, platform, event, cause, actor, at }) => (
                <Group key={`${id} ${at} ${event}`} component="li" gap="sm" wrap="nowrap" align="flex-start">
                  <Box mt={2} lh={0} style={{ flexShrink: 0 }}>
                    <PlatformIcon platform={platform} />
                  </Box>
                  <div style={{ minWidth: 0 }}>
                    <Text size="sm" fw={600}>
                      {t(`ownSecurity.event.${event}`)}
                    </Text>
                    <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                      {`@${handle}, ${t(`platform.${platform}`)}`}
                    </Text>
                    {event === 'lapsed' && <Text size="sm">{causeText(cause)}</Text>}
                    <Text size="xs" c="dimmed">
                      {`${formatDate(at)} · ${through(actor, platform)}`}
                    </Text>
                  </div>
                </Group>
              ))}
            </Stack>
          )}
          {events.length > 0 && (
            <TextLink to="/dashboard/data" size="sm" underline="always">
              {t('ownSecurity.all')}
            </TextLink>
          )}
        </>
      )}
    </Section>
  );

  function through(actor: 'person' | 'admin' | 'platform' | 'system', platform: SocialAccount['platform']): string {
    return t(`ownSecurity.actor.${actor}`, { organisation, platform: t(`platform.${platform}`) });
  }
}
