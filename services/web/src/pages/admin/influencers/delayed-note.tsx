import { Alert, Text } from '@mantine/core';
import { IconClockPause } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '../../../api/types';
import { isDelayed } from '../../../domain/collection-progress';
import { troubleOf } from '../../../domain/collection-trouble';
import { formatDate } from '../../../i18n';

/** Amber, with the time of the next try: it mends itself. */
export function DelayedNote({ collection }: { collection: Collection }) {
  const { t } = useTranslation();
  if (!isDelayed(collection)) return null;
  const { lastError, nextAt } = collection;
  return (
    <Alert color="yellow" icon={<IconClockPause aria-hidden />} title={t(`facts.trouble.${troubleOf(lastError)}`)}>
      <Text size="sm">{t('facts.delayed', { time: formatDate(nextAt) })}</Text>
      <Text size="xs">{t('facts.code', { code: lastError })}</Text>
    </Alert>
  );
}
