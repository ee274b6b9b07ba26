import { Alert, Badge, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import type { SocialAccount } from '../../../api/types';
import { AccountState } from '../../../components/account-state';
import { Confirm } from '../../../components/confirm';
import { PlatformIcon } from '../../../components/platform-icon';
import { isHandleTold } from '../../../domain/handle-told';
import { cardStateOf } from '../../../domain/card-state';
import { LinkButtons } from '../links/link-buttons';
import { AccountFacts } from './account-facts';
import { AccountHistory } from './account-history';
import { authorizationQuery, collectionQuery } from './account-queries';
import { ConnectRefusal } from './connect-refusal';
import { DelayedNote } from './delayed-note';
import { LastMail } from './last-mail';
import { MarketplaceNote } from './marketplace-note';
import { SendInvite } from './send-invite';

interface ProfileAccountProps {
  account: SocialAccount;
  mayChange: boolean;
}

/** One account as a member sees it: state and cause, who gave which permission, how the collection goes, its history. */
export function ProfileAccount({ account, mayChange }: ProfileAccountProps) {
  const { t } = useTranslation();
  const { id, influencerId, platform, handle, marketplace, authState, authorizedAt, pausedAt, tracked } = account;
  const [showing, setShowing] = useState(false);
  const authorization = useQuery({ ...authorizationQuery(id), enabled: authorizedAt !== null });
  const collection = useQuery(collectionQuery(id));
  const needsOwner = authState !== 'AUTHENTICATED' && pausedAt === null;
  const handleTold = isHandleTold(account);
  const name = { handle, platform: t(`platform.${platform}`) };
  return (
    <Card withBorder component="article" aria-label={`@${handle}, ${name.platform}`}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="xs">
            <PlatformIcon platform={platform} />
            <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
              {handleTold ? `@${handle}` : handle}
            </Text>
            <AccountState state={cardStateOf(account, new Date())} />
            {marketplace && (
              <Badge variant="default" size="lg" tt="none">
                {t(handleTold ? `state.marketplace.${marketplace}` : 'state.marketplace.unknown')}
              </Badge>
            )}
          </Group>
          {mayChange && handleTold && marketplace === 'NON_TTCM' && (
            <Group gap="xs">
              {needsOwner && <ConnectRefusal account={account} />}
              <SendInvite account={account} />
            </Group>
          )}
        </Group>
        {!handleTold && (
          <Alert role="status" color="gray" icon={<IconInfoCircle aria-hidden />} title={t('facts.noHandle')}>
            <Text size="sm">{t('facts.noHandleText')}</Text>
          </Alert>
        )}
        {collection.data && <DelayedNote collection={collection.data} />}
        {collection.data && tracked && <MarketplaceNote collection={collection.data} />}
        <AccountFacts account={account} authorization={authorization.data} collection={collection.data} />
        {needsOwner && mayChange && (
          <LinkButtons
            influencerId={influencerId}
            mailLabel={t('links.mailOf', name)}
            copyLabel={t('links.copyOf', name)}
          />
        )}
        <LastMail influencerId={influencerId} accountId={id} />
        <Group gap="xs">
          <Button size="xs" variant="default" aria-expanded={showing} onClick={() => setShowing(!showing)}>
            {t(showing ? 'history.hide' : 'history.show')}
          </Button>
          {mayChange && <RemoveAccount account={account} />}
        </Group>
        {showing && <AccountHistory accountId={id} />}
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
