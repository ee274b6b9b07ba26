import { Alert, Anchor, Button, Card, Group, Loader, Stack, Text, TextInput, Title } from '@mantine/core';
import { useInfiniteQuery, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { api, ProblemError } from '../api/client';
import type { Influencer, List, Session } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { InfluencerAccounts } from './influencer-accounts';

/** The roster with each influencer's accounts, states and links. */
export default function Admin() {
  const { t } = useTranslation();
  const session = useQuery({ queryKey: ['session'], queryFn: () => api.get<Session>('/v1/sessions/current') });
  const influencers = useInfiniteQuery({
    queryKey: ['influencers'],
    queryFn: ({ pageParam }) =>
      api.get<List<Influencer>>(`/v1/influencers?limit=25${pageParam ? `&cursor=${pageParam}` : ''}`),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    enabled: session.isSuccess,
  });
  const [adding, setAdding] = useState(false);

  const error = session.error ?? influencers.error;
  if (error instanceof ProblemError && error.status === 401) {
    return <Anchor href="/sign-in?for=admin">{t('signIn.title')}</Anchor>;
  }
  if (error) return <ProblemNotice error={error} onRetry={() => void influencers.refetch()} />;
  if (!influencers.data) return <Loader aria-label={t('app.loading')} />;
  const people = influencers.data.pages.flatMap((page) => page.items);
  return (
    <Stack gap="md">
      <Group justify="space-between">
        <Title order={1}>{t('admin.title')}</Title>
        {!adding && <Button onClick={() => setAdding(true)}>{t('admin.add')}</Button>}
      </Group>
      {adding && <AddInfluencer onClose={() => setAdding(false)} />}
      {people.length === 0 && <Alert>{t('admin.empty')}</Alert>}
      {people.map((influencer) => (
        <Card withBorder key={influencer.id}>
          <Text fw={600}>{influencer.name}</Text>
          <Text size="sm" c="dimmed">
            {influencer.email}
          </Text>
          <InfluencerAccounts influencerId={influencer.id} />
        </Card>
      ))}
      {influencers.hasNextPage && (
        <Button variant="default" onClick={() => void influencers.fetchNextPage()}>
          {t('admin.more')}
        </Button>
      )}
    </Stack>
  );
}

function AddInfluencer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const add = useMutation({
    mutationFn: () => api.post('/v1/influencers', { name, email }),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['influencers'] });
      onClose();
    },
  });
  return (
    <Card withBorder>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput required label={t('admin.name')} value={name} onChange={(e) => setName(e.currentTarget.value)} />
          <TextInput
            required
            type="email"
            label={t('admin.email')}
            value={email}
            onChange={(e) => setEmail(e.currentTarget.value)}
          />
          {add.error && <ProblemNotice error={add.error} />}
          <Group>
            <Button type="submit" loading={add.isPending}>
              {t('admin.save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('admin.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
