import { Alert, Button, Card, Group, Stack, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection, SocialAccount } from '../../../api/types';
import { AccountState } from '../../../components/account-state';
import { PlatformIcon } from '../../../components/platform-icon';
import { isHandleTold } from '../../../domain/handle-told';
import { cardStateOf } from '../../../domain/card-state';
import { LinkButtons } from '../links/link-buttons';
import { AccountFacts } from './account-facts';
import { AccountHistory } from './account-history';
import { authorizationQuery } from './account-queries';
import { CollectNow } from './collect-now';
import { ConnectRefusal } from './connect-refusal';
import { DelayedNote } from './delayed-note';
import { LastInvite } from './last-invite';
import { LastMail } from './last-mail';
import { MarketplaceLabel, MarketplaceUnknown } from './marketplace-label';
import { MarketplaceNote } from './marketplace-note';
import { RemoveAccount } from './remove-account';
import { SendInvite } from './send-invite';

interface ProfileAccountProps {
  account: SocialAccount;
  /** Nothing where there is none, or it is not known yet. */
  collection: Collection | undefined;
  mayChange: boolean;
}

/** One account as a member sees it: state and cause, who gave which permission, how the collection goes, its history. */
export function ProfileAccount({ account, collection, mayChange }: ProfileAccountProps) {
  const { t } = useTranslation();
  const { id, influencerId, platform, handle, marketplace, authState, authorizedAt, pausedAt, tracked } = account;
  const [showing, setShowing] = useState(false);
  const authorization = useQuery({ ...authorizationQuery(id), enabled: authorizedAt !== null });
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
            <AccountState state={cardStateOf(account, new Date(), collection)} />
            <MarketplaceLabel account={account} />
          </Group>
          {mayChange && handleTold && marketplace === 'NON_TTCM' && (
            <Group gap="xs">
              {needsOwner && <ConnectRefusal account={account} />}
              <SendInvite account={account} />
            </Group>
          )}
        </Group>
        <MarketplaceUnknown account={account} />
        {mayChange && marketplace === 'NON_TTCM' && <LastInvite account={account} />}
        {!handleTold && (
          <Alert role="status" color="gray" icon={<IconInfoCircle aria-hidden />} title={t('facts.noHandle')}>
            <Text size="sm">{t('facts.noHandleText')}</Text>
          </Alert>
        )}
        {collection && <DelayedNote collection={collection} />}
        {collection && tracked && <MarketplaceNote collection={collection} />}
        <AccountFacts account={account} authorization={authorization.data} collection={collection} />
        {needsOwner && mayChange && (
          <LinkButtons
            influencerId={influencerId}
            mailLabel={t('links.mailOf', name)}
            copyLabel={t('links.copyOf', name)}
          />
        )}
        <LastMail influencerId={influencerId} accountId={id} />
        <Group gap="xs">
          {mayChange && collection?.status === 'open' && <CollectNow account={account} collection={collection} />}
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
