import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { LinkItem } from '../api/types';
import { KeepTickedDialog } from '../components/keep-ticked';
import { PageTitle } from '../components/page-title';
import { PlatformIcon } from '../components/platform-icon';
import { InstagramCheck } from '../components/primer';
import { ProblemNotice } from '../components/problem-notice';
import { useConnect } from '../components/use-connect';

/** Everything that is asked for, each account with its one button until it is connected. */
export default function LinkItems({ items }: { items: LinkItem[] }) {
  const { t } = useTranslation();
  const connect = useConnect();
  const open = items.filter((item) => !item.done);
  return (
    <Stack gap="md">
      <PageTitle>{t(open.length === 0 ? 'link.allDone' : 'link.accounts')}</PageTitle>
      <Text>
        {open.length === 0
          ? t('link.allDoneText')
          : t('link.progress', { done: items.length - open.length, total: items.length })}
      </Text>
      {open.some((item) => item.platform === 'instagram') && (
        <Card withBorder>
          <InstagramCheck />
        </Card>
      )}
      {connect.error && <ProblemNotice error={connect.error} />}
      {items.map((item) => (
        <ItemCard
          key={`${item.platform} ${item.socialAccountId ?? item.handle ?? ''}`}
          item={item}
          busy={connect.isPending}
          onConnect={() => connect.mutate(item)}
        />
      ))}
      <KeepTickedDialog connect={connect} />
    </Stack>
  );
}

function ItemCard({ item, busy, onConnect }: { item: LinkItem; busy: boolean; onConnect: () => void }) {
  const { t } = useTranslation();
  const { platform, handle, done } = item;
  return (
    <Card withBorder>
      <Group justify="space-between">
        <Group gap="sm" wrap="nowrap">
          <PlatformIcon platform={platform} />
          <div>
            <Text fw={600}>{t(`platform.${platform}`)}</Text>
            <Text size="sm" c="dimmed">
              {handle ? `@${handle}` : t(done ? 'link.yourAccount' : 'link.newAccount')}
            </Text>
          </div>
        </Group>
        {done ? (
          <Badge color="teal.9" size="lg" tt="none" leftSection={<IconCircleCheck size={16} aria-hidden />}>
            {t('link.connected')}
          </Badge>
        ) : (
          <Button loading={busy} onClick={onConnect}>
            {t('link.continue', { platform: t(`platform.at.${platform}`) })}
          </Button>
        )}
      </Group>
    </Card>
  );
}
