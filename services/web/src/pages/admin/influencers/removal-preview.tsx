import { List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Held } from '../../../api/admin-types';
import { Loading } from '../../../components/loading';
import { formatNumber } from '../../../i18n';

/** How much goes, service by service. What a service did not tell is said to be not known, never guessed. */
export function RemovalPreview({ preview }: { preview: { data: Held | undefined; isPending: boolean } }) {
  const { t } = useTranslation();
  if (!preview.data) return preview.isPending ? <Loading /> : null;
  const { held, unknown } = preview.data;
  const services = [...new Set(held.map(({ service }) => service))];
  return (
    <Stack gap="xs">
      {services.length > 0 && (
        <Text size="sm" fw={600}>
          {t('removal.goes')}
        </Text>
      )}
      {services.map((service) => (
        <div key={service}>
          <Text size="sm">{t(`removal.service.${service}`)}</Text>
          <List size="sm" aria-label={t(`removal.service.${service}`)}>
            {held
              .filter((counted) => counted.service === service)
              .map(({ set, count }) => (
                <List.Item key={set}>{`${t(`removal.sets.${set}`)}: ${formatNumber(count)}`}</List.Item>
              ))}
          </List>
        </div>
      ))}
      {services.length === 0 && unknown.length === 0 && <Text size="sm">{t('removal.nothing')}</Text>}
      {unknown.length > 0 && (
        <Text size="sm" role="status">
          {t('removal.unknown', { services: unknown.map((service) => t(`removal.service.${service}`)).join(', ') })}
        </Text>
      )}
    </Stack>
  );
}
