import { Alert, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Navigate, useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Influencer } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { Confirm } from '../../../components/confirm';
import { Loading } from '../../../components/loading';
import { ButtonLink, TextLink } from '../../../components/links';
import { PageTitle } from '../../../components/page-title';
import { useProof } from '../../../components/step-up';
import { NotThere } from '../not-there';
import { useRole } from '../use-role';
import { DataTab } from './data/data-tab';
import { InfluencerAccounts } from './influencer-accounts';
import { InfluencerDetails } from './influencer-details';
import { Mails } from './mails';
import { MergedEntries } from './merge/merged-entries';
import { WaitingMerges } from './merge/waiting-merges';
import { Notes } from './notes';
import { profileTabs, type ProfileTab } from './profile-tabs';
import { RemovalPreview } from './removal-preview';

export default function Profile() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/admin/influencers/$id' });
  const { tab = 'accounts' } = useSearch({ from: '/admin/influencers/$id' });
  const navigate = useNavigate({ from: '/admin/influencers/$id' });
  const { mayChange } = useRole();
  const influencer = useQuery({
    queryKey: ['admin', 'influencer', id],
    queryFn: () => answerOf(api.GET('/v1/influencers/{id}', { params: { path: { id } } })),
  });
  const mergedInto = mergedIntoOf(influencer.error);
  if (mergedInto && !influencer.data)
    return <Navigate to="/admin/influencers/$id" params={{ id: mergedInto }} search={{ tab }} replace />;
  // A later look that fails leaves the page as it is: somebody may have typed something.
  const back = (
    <TextLink to="/admin/influencers" search={{}} size="sm">
      {t('profile.back')}
    </TextLink>
  );
  if (influencer.error && !influencer.data)
    return <NotThere error={influencer.error} back={back} onRetry={() => void influencer.refetch()} />;
  if (!influencer.data) return <Loading />;
  const { name, email } = influencer.data;
  return (
    <Stack gap="md">
      {back}
      {mergedInto && (
        <Alert role="alert" color="red" title={t('merge.gone')}>
          <Text size="sm">{t('merge.goneText')}</Text>
          <TextLink
            to="/admin/influencers/$id"
            params={{ id: mergedInto }}
            search={{ tab }}
            size="sm"
            underline="always"
          >
            {t('merge.toStaying')}
          </TextLink>
        </Alert>
      )}
      <Group justify="space-between">
        <div style={{ minWidth: 0 }}>
          <PageTitle>{name}</PageTitle>
          <Text c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {email}
          </Text>
        </div>
        {mayChange && (
          <Group gap="xs">
            <ButtonLink variant="default" to="/admin/influencers/$id/merge" params={{ id }} search={{}}>
              {t('merge.open')}
            </ButtonLink>
            <Erase influencer={influencer.data} />
          </Group>
        )}
      </Group>
      <WaitingMerges influencer={influencer.data} mayChange={mayChange} />
      <Tabs
        value={tab}
        keepMounted={false}
        onChange={(next) => void navigate({ search: { tab: next as ProfileTab }, replace: true })}
      >
        <Tabs.List>
          {profileTabs.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`profile.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="accounts" pt="md">
          <InfluencerAccounts influencerId={id} mayChange={mayChange} />
        </Tabs.Panel>
        <Tabs.Panel value="data" pt="md">
          <DataTab influencerId={id} />
        </Tabs.Panel>
        <Tabs.Panel value="mails" pt="md">
          <Mails influencer={influencer.data} mayChange={mayChange} />
        </Tabs.Panel>
        <Tabs.Panel value="notes" pt="md">
          <Notes influencerId={id} mayChange={mayChange} />
        </Tabs.Panel>
        <Tabs.Panel value="details" pt="md">
          <Stack gap="md">
            <InfluencerDetails influencer={influencer.data} mayChange={mayChange} />
            <MergedEntries influencerId={id} />
          </Stack>
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

/** Where an entry went that became part of another one: old addresses lead there. */
function mergedIntoOf(error: unknown): string | undefined {
  if (!(error instanceof ProblemError) || error.code !== 'accounts.influencer_merged') return undefined;
  const { mergedInto } = error.more;
  return typeof mergedInto === 'string' ? mergedInto : undefined;
}

/** Shows first what goes; nothing of it comes back. */
function Erase({ influencer: { id, name } }: { influencer: Influencer }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const withProof = useProof();
  const [asking, setAsking] = useState(false);
  const preview = useQuery({
    queryKey: ['removal', id],
    queryFn: () => answerOf(api.GET('/v1/influencers/{id}/removal', { params: { path: { id } } })),
    enabled: asking,
    staleTime: 0,
  });
  const erase = useMutation({
    mutationFn: () => withProof(() => answerOf(api.DELETE('/v1/influencers/{id}', { params: { path: { id } } }))),
    onSuccess: async () => {
      await navigate({ to: '/admin/influencers', search: {}, ignoreBlocker: true });
      await queries.invalidateQueries({ queryKey: ['admin'] });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('profile.erase')}
      </Button>
      <Confirm
        opened={asking}
        title={t('profile.eraseTitle', { name })}
        action={t('profile.eraseConfirm')}
        busy={erase.isPending || preview.isLoading}
        error={erase.error ?? preview.error}
        onConfirm={() => erase.mutate()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">{t('profile.eraseText')}</Text>
        <RemovalPreview preview={preview} />
      </Confirm>
    </>
  );
}
