import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Collection, SocialAccount } from '../api/types';
import { AccountState } from '../components/account-state';
import { HelpLink } from '../components/help-link';
import { ButtonLink } from '../components/links';
import { PlatformIcon } from '../components/platform-icon';
import { ProblemNotice } from '../components/problem-notice';
import { useScopeName } from '../components/use-scope-name';
import { cardStateOf, type CardState } from '../domain/card-state';
import { repairedThere } from '../domain/repaired-there';
import { formatDate } from '../i18n';
import { CheckAgainAnswer, CheckAgainButton, useCheckAgain } from './check-again';
import { CollectionState } from './collection-state';
import { RevokeDialog } from './revoke-dialog';
import { usePause } from './use-pause';

/** It works, or mends itself: what is collected comes first, not another consent. */
const isWell = (state: CardState) => state === 'AUTHENTICATED' || state === 'DELAYED';

interface AccountCardProps {
  account: SocialAccount;
  /** Nothing where there is none, or it is not known yet. */
  collection: Collection | null | undefined;
  onConnect(): void;
}

/** One account: its state in words, what is collected, and what the creator can do, first of all the one thing that helps. */
export function AccountCard({ account, collection, onConnect }: AccountCardProps) {
  const { t } = useTranslation();
  const scopeName = useScopeName();
  const [asking, setAsking] = useState(false);
  const pause = usePause(account.id);
  const check = useCheckAgain(account.id);
  const { id, platform, handle, authState, validUntil, missingScopes } = account;
  const state = cardStateOf(account, new Date(), collection);
  const authenticated = authState === 'AUTHENTICATED';
  // Whoever paused it has nothing to repair.
  const repair = state === 'REAUTH' ? repairedThere(account) : null;
  return (
    <Card withBorder component="article" aria-label={`@${handle}, ${t(`platform.${platform}`)}`}>
      <Stack gap="sm">
        <Group justify="space-between" align="flex-start">
          <Group gap="sm" align="flex-start" wrap="nowrap">
            <PlatformIcon platform={platform} />
            <div>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>{`@${handle}`}</Text>
              <Text size="sm" c="dimmed">
                {t(`platform.${platform}`)}
              </Text>
            </div>
          </Group>
          <AccountState state={state} />
        </Group>
        <Text size="sm">{useHint(account, state)}</Text>
        {state === 'REAUTH' && !repair && <HelpLink topic="reauthenticate" w="fit-content" />}
        {repair && <CheckAgainAnswer check={check} cause={repair} />}
        {authenticated && validUntil && (
          <Text size="sm">{t('dashboard.validUntil', { date: formatDate(validUntil) })}</Text>
        )}
        {authenticated && missingScopes.length > 0 && (
          <Text size="sm">{t('dashboard.notGranted', { permissions: missingScopes.map(scopeName).join(', ') })}</Text>
        )}
        {collection && <CollectionState collection={collection} />}
        <Group>
          {isWell(state) && (
            <ButtonLink
              variant="filled"
              to="/dashboard/data"
              hash={id}
              aria-label={t('dashboard.collectedWhich', { handle })}
            >
              {t('dashboard.collected')}
            </ButtonLink>
          )}
          {state === 'PAUSED' ? (
            <Button loading={pause.isPending} onClick={() => pause.mutate(false)}>
              {t('dashboard.action.PAUSED')}
            </Button>
          ) : (
            <Button variant={isWell(state) ? 'default' : 'filled'} onClick={onConnect}>
              {t(`dashboard.action.${state}`)}
            </Button>
          )}
          {repair && <CheckAgainButton check={check} handle={handle} />}
          {authenticated && state !== 'PAUSED' && (
            <Button
              variant="default"
              aria-label={t('dashboard.pauseAccount', { handle })}
              loading={pause.isPending}
              onClick={() => pause.mutate(true)}
            >
              {t('dashboard.pause')}
            </Button>
          )}
          {authenticated && (
            <Button variant="default" onClick={() => setAsking(true)}>
              {t('dashboard.revoke')}
            </Button>
          )}
        </Group>
        {pause.error && <ProblemNotice error={pause.error} />}
      </Stack>
      <RevokeDialog account={account} opened={asking} onClose={() => setAsking(false)} />
    </Card>
  );
}

/** Why the account is in this state; the closed list of causes is in the contracts. */
function useHint(account: SocialAccount, state: CardState): string {
  const { t, i18n } = useTranslation();
  const cause = `cause.${account.cause}`;
  // Why somebody else ended it is theirs to know; what they did themselves they know.
  const toExplain = state === 'REAUTH' || account.cause === 'revoked_by_operator';
  if (toExplain && i18n.exists(cause)) {
    const hint = t(repairedThere(account) ? 'state.hint.REPAIR' : `state.hint.${state}`);
    return `${t(cause as 'cause.token_expired')} ${hint}`;
  }
  if (state === 'NON_AUTH' && account.tracked) {
    return t(account.platform === 'youtube' ? 'state.hint.PUBLIC' : 'state.hint.MARKETPLACE');
  }
  return t(`state.hint.${state}`);
}
