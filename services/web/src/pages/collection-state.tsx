import { Group, Loader, Stack, Text, VisuallyHidden } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '../api/types';
import { isDelayed, isFirstCollection, stagesOf, type StageLine } from '../domain/collection-progress';
import { marketplaceCauseOf } from '../domain/marketplace-cause';
import { formatDate, formatNumber } from '../i18n';

/** How far the figures of an account are. Everything shown is asked from the collector, so a reload changes nothing. */
export function CollectionState({ collection }: { collection: Collection }) {
  const { t } = useTranslation();
  const { lastCollectedAt, lastError, progress, status } = collection;
  const closed = status === 'open' && marketplaceCauseOf(lastError) !== undefined;
  return (
    <Stack gap={4}>
      {isFirstCollection(collection) && !closed && (
        <Stack component="ul" gap={4} m={0} p={0} aria-label={t('collection.title')}>
          {stagesOf(progress).map((line) => (
            <StageRow key={line.name} line={line} />
          ))}
        </Stack>
      )}
      {lastCollectedAt && (
        <Text size="sm" c="dimmed">
          {t('collection.last', { date: formatDate(lastCollectedAt) })}
        </Text>
      )}
      {closed && <Waits>{t('collection.marketplace')}</Waits>}
      {isDelayed(collection) && <Waits>{t('collection.delayed', { date: formatDate(collection.nextAt) })}</Waits>}
    </Stack>
  );
}

/** Amber: the person who reads it has nothing to do. */
function Waits({ children }: { children: string }) {
  return (
    <Group gap={6} wrap="nowrap" align="flex-start">
      <IconClockPause size={18} color="var(--mantine-color-orange-text)" aria-hidden />
      <Text size="sm">{children}</Text>
    </Group>
  );
}

function StageRow({ line: { name, stage, done, total } }: { line: StageLine }) {
  const { t } = useTranslation();
  const count =
    done === undefined ? '' : total === undefined ? formatNumber(done) : t('collection.count', { done, total });
  return (
    <Group component="li" gap={6} wrap="nowrap" style={{ listStyle: 'none' }}>
      {stage === 'running' && <Loader size={18} aria-hidden />}
      {stage === 'done' && <IconCircleCheck size={18} color="var(--mantine-color-teal-text)" aria-hidden />}
      {stage === 'waiting' && <IconCircleDashed size={18} color="var(--mantine-color-dimmed)" aria-hidden />}
      <Text size="sm">{t(`collection.stage.${name}`)}</Text>
      <Text size="sm" c="dimmed" style={{ fontVariantNumeric: 'tabular-nums' }}>
        {count}
      </Text>
      <VisuallyHidden>{t(`collection.${stage}`)}</VisuallyHidden>
    </Group>
  );
}
