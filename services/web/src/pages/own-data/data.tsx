import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { ownAccountsQuery } from '../../api/own-accounts';
import { isSignedOut, useSession } from '../../api/session';
import { HelpLink } from '../../components/help-link';
import { TextLink } from '../../components/links';
import { PageTitle } from '../../components/page-title';
import { SignInNeeded } from '../../components/sign-in-needed';
import { StepUp } from '../../components/step-up';
import { Unread } from '../../components/unread';
import { Collected } from './collected';
import { Download } from './download';
import { Erase } from './erase';
import { PauseAll } from './pause-all';
import { Views } from './views';

/** A creator's rights in one place: what is collected, who looked, pause, download, erase. */
export default function Data() {
  const { t } = useTranslation();
  const session = useSession();
  const isCreator = session.data?.kind === 'influencer';
  const accounts = useQuery({
    ...ownAccountsQuery,
    enabled: isCreator,
  });
  if (isSignedOut(session.error) || isSignedOut(accounts.error)) return <SignInNeeded as="creator" />;
  if (session.data && !isCreator) return <SignInNeeded as="creator" />;
  if (!session.data || !accounts.data) return <Unread of={[session, accounts]} />;
  const organisation = session.data.organisation?.name ?? '';
  return (
    <StepUp>
      <Stack gap="md">
        <TextLink to="/dashboard" size="sm">
          {t('ownData.back')}
        </TextLink>
        <PageTitle>{t('ownData.title')}</PageTitle>
        <Text>{t('ownData.intro', { organisation })}</Text>
        <HelpLink topic="your-data" w="fit-content" />
        <Collected accounts={accounts.data.items} />
        <Views />
        {accounts.data.items.length > 0 && <PauseAll accounts={accounts.data.items} organisation={organisation} />}
        <Download />
        <Erase organisation={organisation} />
      </Stack>
    </StepUp>
  );
}
