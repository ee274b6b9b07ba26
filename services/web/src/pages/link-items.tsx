import { Alert, Badge, Button, Card, Group, List, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LinkItem } from '../api/types';
import { PlatformIcon } from '../components/platform-icon';
import { ProblemNotice } from '../components/problem-notice';
import { useConnect } from '../components/use-connect';

/** Everything that is asked for, each account with its one button until it is connected. */
export function LinkItems({ items }: { items: LinkItem[] }) {
  const { t } = useTranslation();
  const connect = useConnect();
  const open = items.filter((item) => !item.done);
  return (
    <Stack gap="md">
      {open.length === 0 && (
        <Alert role="status" color="teal" icon={<IconCircleCheck aria-hidden />} title={t('link.allDone')} />
      )}
      {open.some((item) => item.platform === 'instagram') && <InstagramCheck />}
      {connect.error && <ProblemNotice error={connect.error} />}
      <Title order={2} size="h4">
        {t('link.accounts')}
      </Title>
      {items.map((item) => (
        <Card withBorder key={`${item.platform} ${item.socialAccountId ?? item.handle ?? ''}`}>
          <Group justify="space-between">
            <Group gap="sm">
              <PlatformIcon platform={item.platform} />
              <div>
                <Text fw={600}>{t(`platform.${item.platform}`)}</Text>
                <Text size="sm" c="dimmed">
                  {item.handle ? `@${item.handle}` : t('link.newAccount')}
                </Text>
              </div>
            </Group>
            {item.done ? (
              <Badge color="teal.9" leftSection={<IconCircleCheck size={14} aria-hidden />}>
                {t('link.connected')}
              </Badge>
            ) : (
              <Button loading={connect.isPending} onClick={() => connect.mutate(item)}>
                {t('link.continue', { platform: t(`platform.at.${item.platform}`) })}
              </Button>
            )}
          </Group>
        </Card>
      ))}
    </Stack>
  );
}

function InstagramCheck() {
  const { t } = useTranslation();
  const lines = t('link.checklistItems', { returnObjects: true }) as unknown as string[];
  return (
    <Card withBorder>
      <Title order={2} size="h5">
        {t('link.checklist')}
      </Title>
      <List size="sm">
        {lines.map((line) => (
          <List.Item key={line}>{line}</List.Item>
        ))}
      </List>
    </Card>
  );
}
