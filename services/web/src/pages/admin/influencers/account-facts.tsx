import { List, Stack, Text } from '@mantine/core';
import { IconCheck, IconX } from '@tabler/icons-react';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Authorization, Collection, SocialAccount } from '../../../api/types';
import { Facts } from '../../../components/facts';
import { useCauseText } from '../../../components/use-cause-text';
import { useScopeName } from '../../../components/use-scope-name';
import { formatDate } from '../../../i18n';
import { useSourceText } from './use-source-text';

interface AccountFactsProps {
  account: SocialAccount;
  authorization: Authorization | undefined;
  collection: Collection | undefined;
}

/** Since when, until when, by whom; what is collected and what the permission covers. */
export function AccountFacts({ account, authorization, collection }: AccountFactsProps) {
  const { t } = useTranslation();
  const causeText = useCauseText();
  const sourceText = useSourceText();
  const { cause, since, authorizedAt, validUntil, tracked, pausedAt } = account;
  const authorized = authorization
    ? t(`facts.by.${authorization.authorizedBy}`, { time: formatDate(authorization.authorizedAt) })
    : authorizedAt && formatDate(authorizedAt);
  const endedAt = authorization?.endedAt;
  const { lastCollectedAt, nextAt } = collection ?? {};
  return (
    <>
      <Facts
        facts={[
          [t('profile.cause'), causeText(cause)],
          [t('profile.stateSince'), formatDate(since)],
          [t('profile.authorized'), authorized ?? t('profile.never')],
          endedAt
            ? [t('facts.ended'), formatDate(endedAt)]
            : [t('profile.validUntil'), validUntil ? formatDate(validUntil) : t('profile.noEnd')],
          [t('profile.tracked'), t(tracked ? 'profile.yes' : 'profile.no')],
          ...(tracked && collection ? [[t('facts.source'), sourceText(account, collection)] as const] : []),
          ...(collection
            ? [
                [
                  t('facts.lastCollected'),
                  lastCollectedAt ? formatDate(lastCollectedAt) : t('facts.notCollected'),
                ] as const,
              ]
            : []),
          ...(nextAt ? [[t('facts.nextCollected'), formatDate(nextAt)] as const] : []),
          ...(pausedAt ? [[t('profile.paused'), t('report.since', { time: formatDate(pausedAt) })] as const] : []),
        ]}
      />
      <Permissions account={account} granted={authorization?.state === 'live' ? authorization.scopes : []} />
    </>
  );
}

/** In the platform's own words, what was given and what was not. */
function Permissions({ account: { missingScopes }, granted }: { account: SocialAccount; granted: readonly string[] }) {
  const { t } = useTranslation();
  return (
    <>
      {granted.length > 0 && (
        <Scopes title={t('facts.granted')} scopes={granted} icon={<IconCheck size={16} aria-hidden />} />
      )}
      {missingScopes.length > 0 && (
        <Scopes title={t('facts.missing')} scopes={missingScopes} icon={<IconX size={16} aria-hidden />} />
      )}
    </>
  );
}

function Scopes({ title, scopes, icon }: { title: string; scopes: readonly string[]; icon: ReactNode }) {
  const scopeName = useScopeName();
  return (
    <Stack gap={2}>
      <Text size="xs" c="dimmed">
        {title}
      </Text>
      <List size="sm" spacing={2} icon={icon} aria-label={title}>
        {scopes.map((scope) => (
          <List.Item key={scope}>{scopeName(scope)}</List.Item>
        ))}
      </List>
    </Stack>
  );
}
