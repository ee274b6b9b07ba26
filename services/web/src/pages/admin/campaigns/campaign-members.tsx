import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterEntry } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { EmptyState } from '../../../components/empty-state';
import { keepRowFocus } from '../../../components/keep-row-focus';
import { Loading } from '../../../components/loading';
import { TextLink } from '../../../components/links';
import { ProblemNotice } from '../../../components/problem-notice';
import { AccountMark } from '../account-mark';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';

export function CampaignMembers({ campaignId, mayChange }: { campaignId: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const members = usePages(['campaign', campaignId, 'influencers'], (page) =>
    answerOf(api.GET('/v1/campaigns/{id}/influencers', { params: { path: { id: campaignId }, query: page } })),
  );
  const remove = useMutation({
    mutationFn: (influencerId: string) =>
      answerOf(
        api.DELETE('/v1/campaigns/{id}/influencers/{influencerId}', {
          params: { path: { id: campaignId, influencerId } },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  const error = members.error ?? remove.error;
  return (
    <Stack ref={keepRowFocus} gap="sm" component="section" aria-label={t('campaigns.members')}>
      <Title order={2} size="h3">
        {t('campaigns.members')}
      </Title>
      {mayChange && <AddMember campaignId={campaignId} present={members.items ?? []} />}
      {error && <ProblemNotice error={error} />}
      {!members.items && !members.error && <Loading />}
      {members.items?.length === 0 && <EmptyState title={t('campaigns.noMembers')} />}
      {members.items?.map(({ id, name, socialAccounts }) => (
        <Card key={id} withBorder padding="sm">
          <Group justify="space-between" gap="xs">
            <div>
              <TextLink to="/admin/influencers/$id" params={{ id }} fw={600}>
                {name}
              </TextLink>
              <Text size="sm" c="dimmed">
                {socialAccounts.map(({ handle }) => `@${handle}`).join(', ') || t('roster.noAccounts')}
              </Text>
            </div>
            <Group gap="xs">
              {socialAccounts.map((account) => (
                <AccountMark key={account.id} account={account} />
              ))}
              {mayChange && (
                <Button
                  size="xs"
                  variant="default"
                  aria-label={t('campaigns.takeOutWhom', { name })}
                  loading={remove.isPending && remove.variables === id}
                  onClick={() => remove.mutate(id)}
                >
                  {t('campaigns.takeOut')}
                </Button>
              )}
            </Group>
          </Group>
        </Card>
      ))}
      <MoreButton pages={members} />
    </Stack>
  );
}

/** Looks somebody up in the roster; a press adds them. */
function AddMember({ campaignId, present }: { campaignId: string; present: readonly RosterEntry[] }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const [search] = useDebouncedValue(text.trim(), 250);
  const found = usePages(
    ['influencers', 8, search],
    (page) => answerOf(api.GET('/v1/influencers', { params: { query: { limit: 8, search, ...page } } })),
    search !== '',
  );
  const add = useMutation({
    mutationFn: (influencerId: string) =>
      answerOf(
        api.POST('/v1/campaigns/{id}/influencers', { params: { path: { id: campaignId } }, body: { influencerId } }),
      ),
    onSuccess: async () => {
      setText('');
      await queries.invalidateQueries({ queryKey: ['admin'] });
    },
  });
  const taken = new Set(present.map(({ id }) => id));
  const offered = search === '' ? [] : (found.items ?? []).filter(({ id }) => !taken.has(id));
  return (
    <Stack gap="xs">
      <TextInput
        type="search"
        label={t('campaigns.addMember')}
        placeholder={t('roster.searchHint')}
        maw={420}
        value={text}
        onChange={(event) => setText(event.currentTarget.value)}
      />
      {add.error && <ProblemNotice error={add.error} />}
      {search !== '' && found.items && offered.length === 0 && <Text size="sm">{t('campaigns.nobody')}</Text>}
      <Group gap="xs">
        {offered.map(({ id, name }) => (
          <Button
            key={id}
            size="xs"
            variant="light"
            loading={add.isPending && add.variables === id}
            onClick={() => add.mutate(id)}
          >
            {t('campaigns.addWhom', { name })}
          </Button>
        ))}
      </Group>
    </Stack>
  );
}
