import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { TextLink } from '../../../components/links';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { useRole } from '../use-role';
import { ApplicationLink } from './application-link';

export function Groups() {
  const { t } = useTranslation();
  const { mayChange } = useRole();
  const queries = useQueryClient();
  const [name, setName] = useState('');
  const groups = useQuery({
    queryKey: ['admin', 'groups'],
    queryFn: () => answerOf(api.GET('/v1/influencer-groups')),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['admin', 'groups'] });
  const add = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/influencer-groups', { body: { name } })),
    onSuccess: async () => {
      setName('');
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/v1/influencer-groups/{id}', { params: { path: { id } } })),
    onSettled: refresh,
  });
  const error = groups.error ?? add.error ?? remove.error;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    add.mutate();
  };
  return (
    <Stack gap="sm" maw={640}>
      <Title order={2} size="h3">
        {t('groups.title')}
      </Title>
      <Text size="sm">{t('groups.text')}</Text>
      {error && <ProblemNotice error={error} />}
      {!groups.data && !groups.error && <Loading />}
      {groups.data?.items.length === 0 && <Text>{t('groups.empty')}</Text>}
      {groups.data?.items.map((group) => (
        <Card key={group.id} withBorder padding="sm">
          <Group justify="space-between" mb="xs">
            <TextLink to="/admin/influencers" search={{ groupId: group.id }}>
              {t('groups.line', { name: group.name, count: group.influencers })}
            </TextLink>
            {mayChange && (
              <Button
                size="xs"
                variant="default"
                aria-label={t('groups.removeWhich', { name: group.name })}
                onClick={() => remove.mutate(group.id)}
              >
                {t('groups.remove')}
              </Button>
            )}
          </Group>
          <ApplicationLink group={group} />
        </Card>
      ))}
      {mayChange && (
        <form onSubmit={submit}>
          <Group align="end">
            <TextInput
              required
              maxLength={120}
              label={t('groups.name')}
              value={name}
              onChange={(event) => setName(event.currentTarget.value)}
              style={{ flexGrow: 1 }}
            />
            <Button type="submit" loading={add.isPending}>
              {t('groups.add')}
            </Button>
          </Group>
        </form>
      )}
    </Stack>
  );
}
