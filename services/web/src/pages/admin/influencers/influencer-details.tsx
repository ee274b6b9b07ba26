import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import type { Influencer } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { neededText } from '../../../components/form/schemas';
import { changedOf, useLiveForm } from '../../../components/form/use-schema-form';
import { ProblemNotice } from '../../../components/problem-notice';
import { formatDate } from '../../../i18n';
import { FieldInputs, fieldValues, filledIn } from '../../../components/field-inputs';
import { useFields } from './use-fields';

/** The address is the influencer's own and can't be changed here: it opens their dashboard. */
export function InfluencerDetails({ influencer, mayChange }: { influencer: Influencer; mayChange: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const asked = useFields();
  const schema = z.object({ name: neededText(200), timeZone: neededText(100), fields: fieldValues(asked) });
  const { name, timeZone, fields: known } = influencer;
  const fields = Object.fromEntries(asked.map(({ key }) => [key, known[key] ?? '']));
  const form = useLiveForm(schema, { name, timeZone, fields });
  const save = useMutation({
    mutationFn: ({ fields, ...typed }: z.output<typeof schema>) =>
      answerOf(
        api.PATCH('/v1/influencers/{id}', {
          params: { path: { id: influencer.id } },
          // Only what was typed here: the rest may be another one's by now.
          body: changedOf({ ...typed, fields: filledIn(fields) }, form.formState.dirtyFields),
        }),
      ),
    onSuccess: (_, saved) => {
      // What was typed while it was on its way is still to be saved.
      form.reset(saved, { keepValues: true });
      return queries.invalidateQueries({ queryKey: ['admin'] });
    },
  });
  return (
    <Form form={form} error={save.error} onSubmit={(values) => save.mutate(values)}>
      <fieldset disabled={!mayChange} style={{ border: 0, margin: 0, padding: 0 }}>
        <Stack gap="sm" maw={480}>
          <TextField required name="name" label={t('admin.name')} />
          <TextInput
            readOnly
            variant="unstyled"
            label={t('admin.email')}
            description={t('profile.emailStays')}
            value={influencer.email}
          />
          <TextField required name="timeZone" label={t('profile.timeZone')} list="time-zones" />
          <datalist id="time-zones">
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <FieldInputs fields={asked} />
          <TextInput readOnly variant="unstyled" label={t('profile.since')} value={formatDate(influencer.createdAt)} />
          {save.error && <ProblemNotice error={save.error} />}
          {save.isSuccess && <Alert role="status">{t('profile.saved')}</Alert>}
          {mayChange && (
            <Group>
              <Button type="submit" loading={save.isPending}>
                {t('profile.save')}
              </Button>
            </Group>
          )}
        </Stack>
      </fieldset>
    </Form>
  );
}
