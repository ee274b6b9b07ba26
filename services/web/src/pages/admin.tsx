import { Alert, Button, Card, Group, Stack, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api } from '../api/client';
import { useLiveUpdates } from '../api/live-updates';
import { isSignedOut, useSession } from '../api/session';
import type { Influencer, List } from '../api/types';
import { Loading } from '../components/loading';
import { PageTitle } from '../components/page-title';
import { ProblemNotice } from '../components/problem-notice';
import { SignInNeeded } from '../components/sign-in-needed';
import { AddInfluencer } from './add-influencer';
import { InfluencerAccounts } from './influencer-accounts';

/** The roster with each influencer's accounts, states and links. */
export default function Admin() {
  const { t } = useTranslation();
  const session = useSession();
  const isMember = session.data?.kind === 'member';
  const influencers = useInfiniteQuery({
    queryKey: ['influencers'],
    queryFn: ({ pageParam }) =>
      api.get<List<Influencer>>(`/v1/influencers?limit=25${pageParam ? `&cursor=${pageParam}` : ''}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: isMember,
  });
  useLiveUpdates('influencer-accounts', isMember);
  const [adding, setAdding] = useState(false);

  if (isSignedOut(session.error) || isSignedOut(influencers.error)) return <SignInNeeded as="admin" />;
  if (session.error) return <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />;
  if (session.data && !isMember) return <SignInNeeded as="admin" />;
  if (influencers.error) return <ProblemNotice error={influencers.error} onRetry={() => void influencers.refetch()} />;
  if (!influencers.data) return <Loading />;
  const people = influencers.data.pages.flatMap((page) => page.items);
  const mayChange = session.data?.organisation?.role !== 'viewer';
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle>{t('admin.title')}</PageTitle>
        {mayChange && !adding && <Button onClick={() => setAdding(true)}>{t('admin.add')}</Button>}
      </Group>
      {adding && <AddInfluencer onClose={() => setAdding(false)} />}
      {people.length === 0 && <Alert title={t('admin.empty')}>{t('admin.emptyText')}</Alert>}
      {people.map(({ id, name, email }) => (
        <Card withBorder key={id} component="article" aria-label={name}>
          <Text fw={600}>{name}</Text>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {email}
          </Text>
          <InfluencerAccounts influencerId={id} mayChange={mayChange} />
        </Card>
      ))}
      {influencers.hasNextPage && (
        <Button
          variant="default"
          loading={influencers.isFetchingNextPage}
          onClick={() => void influencers.fetchNextPage()}
        >
          {t('admin.more')}
        </Button>
      )}
    </Stack>
  );
}
