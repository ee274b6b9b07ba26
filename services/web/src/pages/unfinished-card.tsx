import { Card, Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { UnfinishedTransaction } from '../api/types';
import { AccountState } from '../components/account-state';
import { DiscardSetup } from '../components/discard-setup';
import { ButtonLink } from '../components/links';
import { PlatformIcon } from '../components/platform-icon';
import { formatDate } from '../i18n';

interface UnfinishedCardProps {
  transaction: UnfinishedTransaction;
  /** Of the account that it was to repair. */
  handle: string | undefined;
}

/** The platform said yes, and the choice of the account is still to be made. */
export function UnfinishedCard({ transaction: { id, platform, expiresAt }, handle }: UnfinishedCardProps) {
  const { t } = useTranslation();
  const name = handle ? `@${handle}` : t('dashboard.newAccount');
  return (
    <Card withBorder component="article" aria-label={`${name}, ${t(`platform.${platform}`)}`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <PlatformIcon platform={platform} />
            <div>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                {name}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`platform.${platform}`)}
              </Text>
            </div>
          </Group>
          <AccountState state="SETUP_UNFINISHED" />
        </Group>
        <Text size="sm">{t('state.hint.SETUP_UNFINISHED', { date: formatDate(expiresAt) })}</Text>
        <Group>
          <ButtonLink variant="filled" to="/connect/transactions/$id" params={{ id }}>
            {t('dashboard.action.SETUP_UNFINISHED')}
          </ButtonLink>
          <DiscardSetup transactionId={id} name={name} />
        </Group>
      </Stack>
    </Card>
  );
}
