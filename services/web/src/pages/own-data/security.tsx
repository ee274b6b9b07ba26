import { Card, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ownAccountsQuery } from '../../api/own-accounts';
import { useLiveUpdates } from '../../api/live-updates';
import { isSignedOut, useSession } from '../../api/session';
import { TextLink } from '../../components/links';
import { PageTitle } from '../../components/page-title';
import { SessionsSection } from '../../components/sessions-section';
import { SignInNeeded } from '../../components/sign-in-needed';
import { Unread } from '../../components/unread';
import { RecentEvents } from './recent-events';

/** Where a creator finds what nobody else should have done, and the way to end it. */
export default function OwnSecurity() {
  const { t } = useTranslation();
  const session = useSession();
  const isCreator = session.data?.kind === 'influencer';
  const accounts = useQuery({
    ...ownAccountsQuery,
    enabled: isCreator,
  });
  useLiveUpdates('accounts', isCreator);
  if (isSignedOut(session.error) || isSignedOut(accounts.error)) return <SignInNeeded as="creator" />;
  if (session.data && !isCreator) return <SignInNeeded as="creator" />;
  if (!session.data || !accounts.data) return <Unread of={[session, accounts]} />;
  return (
    <Stack gap="md">
      <TextLink to="/dashboard" size="sm">
        {t('ownData.back')}
      </TextLink>
      <PageTitle>{t('ownSecurity.title')}</PageTitle>
      <Text>{t('ownSecurity.intro')}</Text>
      <RecentEvents accounts={accounts.data.items} organisation={session.data.organisation?.name ?? ''} />
      <Card withBorder>
        <SessionsSection size="h4" />
      </Card>
    </Stack>
  );
}
