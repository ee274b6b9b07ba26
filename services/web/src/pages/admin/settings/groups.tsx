import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type * as z from 'zod/mini';
import { answerOf, api } from '../../../api/client';
import { Confirm } from '../../../components/confirm';
import { clearSent } from '../../../components/form/clear-sent';
import { TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { useSchemaForm } from '../../../components/form/use-schema-form';
import { EmptyState } from '../../../components/empty-state';
import { keepRowFocus } from '../../../components/keep-row-focus';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { useRole } from '../use-role';
import { GroupCard } from './group-card';
import { groupSchema } from './group-schema';

export function Groups() {
  const { t } = useTranslation();
  const { mayChange } = useRole();
  const queries = useQueryClient();
  const form = useSchemaForm(groupSchema, { name: '' });
  const [asked, setAsked] = useState<{ id: string; name: string }>();
  const groups = useQuery({
    queryKey: ['admin', 'groups'],
    queryFn: () => answerOf(api.GET('/v1/influencer-groups')),
  });
  const refresh = () => queries.invalidateQueries({ queryKey: ['admin', 'groups'] });
  const add = useMutation({
    mutationFn: (body: z.output<typeof groupSchema>) => answerOf(api.POST('/v1/influencer-groups', { body })),
    onMutate: () => form.getValues(),
    onSuccess: async (_, __, sent) => {
      clearSent(form, sent);
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/v1/influencer-groups/{id}', { params: { path: { id } } })),
    onSuccess: () => setAsked(undefined),
    onSettled: refresh,
  });
  const error = groups.error ?? add.error;
  return (
    <Stack ref={keepRowFocus} gap="sm" maw={640}>
      <Title order={2} size="h3">
        {t('groups.title')}
      </Title>
      <Text size="sm">{t('groups.text')}</Text>
      {error && <ProblemNotice error={error} />}
      {!groups.data && !groups.error && <Loading />}
      {groups.data?.items.length === 0 && <EmptyState title={t('groups.empty')} />}
      {groups.data?.items.map((group) => (
        <GroupCard
          key={group.id}
          group={group}
          mayChange={mayChange}
          onRemove={() => {
            remove.reset();
            setAsked(group);
          }}
        />
      ))}
      {asked && (
        <Confirm
          opened
          title={t('groups.removeTitle', { name: asked.name })}
          action={t('groups.remove')}
          busy={remove.isPending}
          error={remove.error}
          onConfirm={() => remove.mutate(asked.id)}
          onClose={() => setAsked(undefined)}
        >
          <Text size="sm">{t('groups.removeText')}</Text>
        </Confirm>
      )}
      {mayChange && (
        <Form form={form} error={add.error} onSubmit={(values) => add.mutate(values)}>
          <Group align="end">
            <TextField required name="name" label={t('groups.name')} style={{ flexGrow: 1 }} />
            <Button type="submit" loading={add.isPending}>
              {t('groups.add')}
            </Button>
          </Group>
        </Form>
      )}
    </Stack>
  );
}
