import { Button, Card, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../../../api/client';
import { clearSent } from '../../../components/form/clear-sent';
import { Form } from '../../../components/form/form';
import { TextAreaField } from '../../../components/form/text-area-field';
import { neededText } from '../../../components/form/schemas';
import { useSchemaForm } from '../../../components/form/use-schema-form';
import { EmptyState } from '../../../components/empty-state';
import { keepRowFocus } from '../../../components/keep-row-focus';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { formatDate } from '../../../i18n';
import { membersQuery } from '../members-query';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';

const schema = z.object({ text: neededText(5_000) });

export function Notes({ influencerId, mayChange }: { influencerId: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const ofInfluencer = { path: { id: influencerId } };
  const key = ['notes', influencerId];
  const notes = usePages(key, (page) =>
    answerOf(api.GET('/v1/influencers/{id}/notes', { params: { ...ofInfluencer, query: page } })),
  );
  const members = useQuery(membersQuery);
  const form = useSchemaForm(schema, { text: '' });
  const refresh = () => queries.invalidateQueries({ queryKey: ['admin', ...key] });
  const add = useMutation({
    mutationFn: (body: z.output<typeof schema>) =>
      answerOf(api.POST('/v1/influencers/{id}/notes', { params: ofInfluencer, body })),
    onMutate: () => form.getValues(),
    onSuccess: async (_, __, sent) => {
      clearSent(form, sent);
      await refresh();
    },
  });
  const remove = useMutation({
    mutationFn: (noteId: string) =>
      answerOf(api.DELETE('/v1/influencers/{id}/notes/{noteId}', { params: { path: { id: influencerId, noteId } } })),
    onSuccess: refresh,
  });
  const error = notes.error ?? add.error ?? remove.error;
  const authorOf = (id: string) => members.data?.items.find(({ userId }) => userId === id)?.name;
  return (
    <Stack ref={keepRowFocus} gap="md">
      {mayChange && (
        <Form form={form} error={add.error} onSubmit={(values) => add.mutate(values)}>
          <Stack gap="xs" align="flex-start">
            <TextAreaField
              required
              autosize
              minRows={2}
              name="text"
              label={t('notes.new')}
              description={t('notes.who')}
              w="100%"
            />
            <Button type="submit" loading={add.isPending}>
              {t('notes.add')}
            </Button>
          </Stack>
        </Form>
      )}
      {error && <ProblemNotice error={error} />}
      {!notes.items && !notes.error && <Loading />}
      {notes.items?.length === 0 && <EmptyState title={t('notes.empty')} />}
      {notes.items?.map((note) => (
        <Card key={note.id} withBorder padding="sm">
          <Text style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>{note.text}</Text>
          <Group justify="space-between">
            <Text size="xs" c="dimmed">
              {[authorOf(note.authorId), formatDate(note.createdAt)].filter(Boolean).join(' · ')}
            </Text>
            {mayChange && (
              <Button
                size="xs"
                variant="subtle"
                aria-label={t('notes.deleteWhich', { text: note.text.slice(0, 40) })}
                onClick={() => remove.mutate(note.id)}
              >
                {t('notes.delete')}
              </Button>
            )}
          </Group>
        </Card>
      ))}
      <MoreButton pages={notes} />
    </Stack>
  );
}
