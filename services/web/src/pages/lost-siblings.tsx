import { Alert, Button, Group, Stack, Text } from '@mantine/core';
import { IconPlugConnectedX } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Platform, Sibling } from '../api/types';
import { KeepTickedDialog } from '../components/keep-ticked';
import { ProblemNotice } from '../components/problem-notice';
import { SiblingName } from '../components/sibling-name';
import { useConnect } from '../components/use-connect';

/** After the dialog: accounts that were not ticked again, each with the way to get it back. */
export function LostSiblings({ siblings, platform }: { siblings: Sibling[]; platform: Platform }) {
  const { t } = useTranslation();
  const connect = useConnect();
  if (siblings.length === 0) return null;
  return (
    <Alert
      role="alert"
      color="orange"
      icon={<IconPlugConnectedX aria-hidden />}
      title={t('siblings.lost', { count: siblings.length })}
    >
      <Stack gap="sm">
        <Text size="sm">{t('siblings.lostText')}</Text>
        {siblings.map((sibling) => (
          <Group key={sibling.socialAccountId} justify="space-between" gap="xs">
            <div>
              <SiblingName sibling={sibling} />
            </div>
            <Button
              size="sm"
              variant="default"
              loading={connect.isPending}
              onClick={() => connect.mutate({ platform, socialAccountId: sibling.socialAccountId })}
            >
              {t('siblings.fix', { platform: t(`platform.at.${platform}`) })}
            </Button>
          </Group>
        ))}
        {connect.error && <ProblemNotice error={connect.error} />}
      </Stack>
      <KeepTickedDialog connect={connect} />
    </Alert>
  );
}
