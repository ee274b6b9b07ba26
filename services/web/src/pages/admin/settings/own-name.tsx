import { Alert, Button, Group, Stack, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../../../api/client';
import { sessionQuery, useKnownSession } from '../../../api/session';
import { TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { neededText } from '../../../components/form/schemas';
import { useLiveForm } from '../../../components/form/use-schema-form';
import { ProblemNotice } from '../../../components/problem-notice';
import { membersQuery } from '../members-query';

const schema = z.object({ name: neededText(120) });

/** What colleagues read beside what a member did. */
export function OwnName() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useLiveForm(schema, { name: useKnownSession()?.user?.name ?? '' });
  const save = useMutation({
    mutationFn: (body: z.output<typeof schema>) => answerOf(api.PATCH('/v1/users/current', { body })),
    onSuccess: (session, saved) => {
      // What was typed while it was on its way is still to be saved.
      form.reset(saved, { keepValues: true });
      queries.setQueryData(sessionQuery.queryKey, session);
      return queries.invalidateQueries({ queryKey: membersQuery.queryKey });
    },
  });
  return (
    <Stack component="section" gap="sm" aria-label={t('ownName.title')}>
      <Title order={2} size="h3">
        {t('ownName.title')}
      </Title>
      <Form form={form} error={save.error} onSubmit={(values) => save.mutate(values)}>
        <Stack gap="sm" align="stretch">
          <TextField
            required
            name="name"
            label={t('ownName.name')}
            description={t('ownName.text')}
            autoComplete="name"
          />
          {save.error && <ProblemNotice error={save.error} />}
          {save.isSuccess && <Alert role="status">{t('profile.saved')}</Alert>}
          <Group>
            <Button type="submit" variant="default" loading={save.isPending}>
              {t('ownName.save')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Stack>
  );
}
