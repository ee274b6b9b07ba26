import { Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import type { SocialAccount } from '../../../api/types';
import { AccountState } from '../../../components/account-state';
import { Confirm } from '../../../components/confirm';
import { Facts } from '../../../components/facts';
import { PlatformIcon } from '../../../components/platform-icon';
import { useCauseText } from '../../../components/use-cause-text';
import { useScopeName } from '../../../components/use-scope-name';
import { cardStateOf } from '../../../domain/card-state';
import { formatDate } from '../../../i18n';
import { AccountHistory } from './account-history';

interface ProfileAccountProps {
  account: SocialAccount;
  mayChange: boolean;
  invite: ReactNode;
}

/** One account as a member sees it: state and cause, since when and until when, what is missing, and its history. */
export function ProfileAccount({ account, mayChange, invite }: ProfileAccountProps) {
  const { t } = useTranslation();
  const causeText = useCauseText();
  const scopeName = useScopeName();
  const { platform, handle, marketplace, authorizedAt, validUntil, missingScopes, since, tracked, pausedAt } = account;
  const [showing, setShowing] = useState(false);
  return (
    <Card withBorder component="article" aria-label={`@${handle}, ${t(`platform.${platform}`)}`}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="xs">
            <PlatformIcon platform={platform} />
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>{`@${handle}`}</Text>
            <AccountState state={cardStateOf(account, new Date())} />
            {marketplace && (
              <Badge variant="default" size="lg" tt="none">
                {t(`state.marketplace.${marketplace}`)}
              </Badge>
            )}
          </Group>
          {invite}
        </Group>
        <Facts
          facts={[
            [t('profile.cause'), causeText(account.cause)],
            [t('profile.stateSince'), formatDate(since)],
            [t('profile.authorized'), authorizedAt ? formatDate(authorizedAt) : t('profile.never')],
            [t('profile.validUntil'), validUntil ? formatDate(validUntil) : t('profile.noEnd')],
            [t('profile.tracked'), t(tracked ? 'profile.yes' : 'profile.no')],
            ...(pausedAt ? [[t('profile.paused'), t('report.since', { time: formatDate(pausedAt) })] as const] : []),
            ...(missingScopes.length > 0
              ? [[t('profile.missing'), missingScopes.map(scopeName).join(', ')] as const]
              : []),
          ]}
        />
        <Group gap="xs">
          <Button size="xs" variant="default" aria-expanded={showing} onClick={() => setShowing(!showing)}>
            {t(showing ? 'history.hide' : 'history.show')}
          </Button>
          {mayChange && <RemoveAccount account={account} />}
        </Group>
        {showing && <AccountHistory accountId={account.id} />}
      </Stack>
    </Card>
  );
}

function RemoveAccount({ account: { id, handle } }: { account: SocialAccount }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/social-accounts/{id}', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  return (
    <>
      <Button size="xs" variant="default" onClick={() => setAsking(true)}>
        {t('profile.removeAccount')}
      </Button>
      <Confirm
        opened={asking}
        title={t('profile.removeTitle', { handle })}
        action={t('profile.removeConfirm')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">{t('profile.removeText')}</Text>
      </Confirm>
    </>
  );
}
