import { Badge, Code, Group, List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Operations } from '../../../api/operator-types';

/** How far a rotation has come. A new key is made at the command line, where the key ring lies. */
export function VaultKeys({ keys }: Pick<Operations, 'keys'>) {
  const { t } = useTranslation();
  const total = keys?.reduce((sum, { wraps }) => sum + wraps, 0) ?? 0;
  const left = keys?.filter(({ active }) => !active).reduce((sum, { wraps }) => sum + wraps, 0) ?? 0;
  return (
    <Stack gap="xs" component="section" aria-label={t('operations.keys')}>
      <Title order={2} size="h3">
        {t('operations.keys')}
      </Title>
      {keys === null ? (
        <Text size="sm">{t('operations.keysUnknown')}</Text>
      ) : (
        <>
          <Text size="sm">
            {left === 0 ? t('operations.rotationDone') : t('operations.rotationGoing', { count: left, total })}
          </Text>
          <List size="sm">
            {keys.map(({ id, active, wraps }) => (
              <List.Item key={id}>
                <Group gap="xs" component="span">
                  <Code>{id}</Code>
                  {active && (
                    <Badge variant="default" size="sm" tt="none">
                      {t('operations.keyActive')}
                    </Badge>
                  )}
                  <span>{t('operations.wraps', { count: wraps })}</span>
                </Group>
              </List.Item>
            ))}
          </List>
        </>
      )}
      <Text size="sm" c="dimmed">
        {t('operations.rotate')}
      </Text>
    </Stack>
  );
}
