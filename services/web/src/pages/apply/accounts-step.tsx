import { Alert, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import type { ApplicationAccount, OwnApplication, Platform } from '../../api/types';
import { AccountState } from '../../components/account-state';
import { ButtonLink } from '../../components/links';
import { PageTitle } from '../../components/page-title';
import { PlatformIcon } from '../../components/platform-icon';
import { ProblemNotice } from '../../components/problem-notice';
import { connectable } from '../../domain/connectable';
import { ConnectDialog } from '../connect-dialog';
import { UnfinishedCard } from '../unfinished-card';
import { ContinueElsewhere } from './continue-elsewhere';
import { applicationQuery } from './application-query';
import { SessionOver } from './session-over';
import { Steps } from './steps';
import { Withdraw } from './withdraw';

interface AccountsStepProps {
  application: OwnApplication;
  /** The session of the applicant has ended. */
  isOver: boolean;
}

export default function AccountsStep({ application, isOver }: AccountsStepProps) {
  const { t } = useTranslation();
  const [platform, setPlatform] = useState<Platform>();
  const unfinished = useQuery({
    queryKey: ['unfinished'],
    queryFn: () => answerOf(api.GET('/v1/connect-transactions')),
  });
  const { socialAccounts, form } = application;
  const organisation = form.organisationName;
  const open = unfinished.data?.items ?? [];
  const ready = socialAccounts.some(({ authState }) => authState === 'AUTHENTICATED');
  return (
    <Stack gap="lg">
      <Steps current="accounts" />
      <Stack gap="xs">
        <PageTitle>{t('apply.accounts')}</PageTitle>
        <Text>{t('apply.accountsText', { organisation })}</Text>
      </Stack>
      {isOver && <SessionOver step="accounts" />}
      {open.map((transaction) => (
        <UnfinishedCard key={transaction.id} transaction={transaction} handle={undefined} />
      ))}
      {socialAccounts.map((account) => (
        <ConnectedAccount key={account.id} applicationId={application.id} account={account} />
      ))}
      <section>
        <Title order={2} size="h4" mb="xs">
          {t(socialAccounts.length > 0 ? 'apply.addMore' : 'apply.add')}
        </Title>
        <Group>
          {connectable.map((one) => (
            <Button
              key={one}
              variant={ready ? 'default' : 'filled'}
              leftSection={<PlatformIcon platform={one} size={18} />}
              onClick={() => setPlatform(one)}
            >
              {t(`platform.${one}`)}
            </Button>
          ))}
        </Group>
      </section>
      {ready ? (
        <Group>
          <ButtonLink size="md" to="/apply" search={{ step: 'details' }}>
            {t('apply.toDetails')}
          </ButtonLink>
        </Group>
      ) : (
        <Alert role="status">{t('apply.connectFirst')}</Alert>
      )}
      <ContinueElsewhere application={application} />
      <Withdraw application={application} />
      <ConnectDialog
        target={platform && { platform }}
        organisation={organisation}
        onClose={() => setPlatform(undefined)}
      />
    </Stack>
  );
}

interface ConnectedAccountProps {
  applicationId: string;
  account: ApplicationAccount;
}

function ConnectedAccount({ applicationId, account }: ConnectedAccountProps) {
  const { id: accountId, platform, handle, authState } = account;
  const { t } = useTranslation();
  const queries = useQueryClient();
  const remove = useMutation({
    mutationFn: () =>
      answerOf(
        api.DELETE('/v1/applications/{id}/social-accounts/{accountId}', {
          params: { path: { id: applicationId, accountId } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: applicationQuery.queryKey }),
  });
  return (
    <Card withBorder component="article" aria-label={`@${handle}, ${t(`platform.${platform}`)}`}>
      <Stack gap="sm">
        <Group justify="space-between">
          <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
            <PlatformIcon platform={platform} />
            <div style={{ minWidth: 0 }}>
              <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
                @{handle}
              </Text>
              <Text size="sm" c="dimmed">
                {t(`platform.${platform}`)}
              </Text>
            </div>
          </Group>
          <Group gap="sm">
            <AccountState state={authState} />
            <Button
              size="xs"
              variant="default"
              loading={remove.isPending}
              aria-label={t('apply.takeOutWhich', { handle })}
              onClick={() => remove.mutate()}
            >
              {t('apply.takeOut')}
            </Button>
          </Group>
        </Group>
        {remove.error && <ProblemNotice error={remove.error} />}
      </Stack>
    </Card>
  );
}
