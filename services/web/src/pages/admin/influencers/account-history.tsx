import { Stack, Text, Timeline } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { useCauseText } from '../../../components/use-cause-text';
import { noticedBy } from '../../../domain/noticed-by';
import { formatDate } from '../../../i18n';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';

/** Why the account is in its state: every fact, newest first, with who or what it came from. */
export function AccountHistory({ accountId }: { accountId: string }) {
  const { t } = useTranslation();
  const causeText = useCauseText();
  const history = usePages(['history', accountId], (page) =>
    answerOf(
      api.GET('/v1/social-accounts/{id}/history', {
        params: { path: { id: accountId }, query: { limit: 10, ...page } },
      }),
    ),
  );
  if (history.error && !history.data)
    return <ProblemNotice error={history.error} onRetry={() => void history.refetch()} />;
  if (!history.items) return <Loading />;
  return (
    <Stack gap="sm">
      <Timeline bulletSize={14} lineWidth={2} aria-label={t('history.title')}>
        {history.items.map(({ outcome, from, to, cause, actor, rule, at }, index) => (
          <Timeline.Item
            key={`${at}-${index}`}
            title={moved(from, to, outcome) ? `${stateText(from)} → ${stateText(to)}` : causeText(cause)}
          >
            {moved(from, to, outcome) && <Text size="sm">{causeText(cause)}</Text>}
            {outcome === 'ignored' && <Text size="sm">{t('history.ignored')}</Text>}
            <Text size="xs" c="dimmed">
              {[formatDate(at), t(`history.actor.${actor}`), noticed(rule)].filter(Boolean).join(' · ')}
            </Text>
            {noticed(rule) && (
              <Text size="xs" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
                {t('facts.code', { code: rule })}
              </Text>
            )}
          </Timeline.Item>
        ))}
      </Timeline>
      <MoreButton pages={history} />
    </Stack>
  );

  function stateText(state: string): string {
    return t(`state.${state as 'REAUTH'}`);
  }

  function noticed(rule: string | null): string | undefined {
    const source = noticedBy(rule);
    return source && t(`history.noticed.${source.way}`, { source: t(`history.source.${source.of}`) });
  }
}

/** What others saw change, a pause aside: that is no other state of the authorization. */
const moved = (from: string, to: string, outcome: string) =>
  outcome === 'added' || (outcome === 'changed' && from !== to);
