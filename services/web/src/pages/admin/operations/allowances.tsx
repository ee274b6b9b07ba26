import { Group, Progress, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Operations } from '../../../api/operator-types';
import { formatNumber } from '../../../i18n';

/** From here on calls are held back, so that what people wait for still gets through. */
const scarce = 80;

export function Allowances({ allowances }: Pick<Operations, 'allowances'>) {
  const { t } = useTranslation();
  return (
    <Stack gap="sm" component="section" aria-label={t('operations.allowances')}>
      <Title order={2} size="h3">
        {t('operations.allowances')}
      </Title>
      {allowances.length === 0 && <Text size="sm">{t('operations.allowancesEmpty')}</Text>}
      {allowances.map(({ service, api, bucket, usedPercent }) => {
        const name = t('operations.allowance', { api, bucket });
        const used = t('operations.used', { percent: formatNumber(usedPercent) });
        return (
          <div key={`${service} ${api} ${bucket}`}>
            <Group justify="space-between" gap="xs">
              <Text size="sm">
                <b>{name}</b> {t('operations.allowanceBy', { service })}
              </Text>
              <Text size="sm">{used}</Text>
            </Group>
            <Progress
              value={usedPercent}
              color={usedPercent >= scarce ? 'orange.9' : 'indigo'}
              aria-label={`${name}: ${used}`}
            />
          </div>
        );
      })}
    </Stack>
  );
}
