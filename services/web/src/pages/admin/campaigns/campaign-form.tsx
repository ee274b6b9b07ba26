import { Card, Group, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { t as text } from 'i18next';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import type { Campaign } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { FormActions } from '../../../components/form/form-actions';
import { neededText } from '../../../components/form/schemas';
import { changedOf, useLiveForm } from '../../../components/form/use-schema-form';
import { ProblemNotice } from '../../../components/problem-notice';

const schema = z.object({ name: neededText(200), startsOn: z.string(), endsOn: z.string() }).check(
  z.refine(({ startsOn, endsOn }) => startsOn === '' || endsOn === '' || startsOn <= endsOn, {
    error: () => text('form.endBeforeStart'),
    path: ['endsOn'],
  }),
);

/** Makes a campaign, or changes the given one. */
export function CampaignForm({ campaign, onClose }: { campaign?: Campaign; onClose(): void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { name = '', startsOn, endsOn } = campaign ?? {};
  const form = useLiveForm(schema, { name, startsOn: startsOn ?? '', endsOn: endsOn ?? '' });
  const save = useMutation({
    mutationFn: (values: z.output<typeof schema>) =>
      campaign
        ? answerOf(
            api.PATCH('/v1/campaigns/{id}', {
              params: { path: { id: campaign.id } },
              body: changedOf(
                { name: values.name, startsOn: values.startsOn || null, endsOn: values.endsOn || null },
                form.formState.dirtyFields,
              ),
            }),
          )
        : answerOf(
            api.POST('/v1/campaigns', {
              body: {
                name: values.name,
                ...(values.startsOn !== '' && { startsOn: values.startsOn }),
                ...(values.endsOn !== '' && { endsOn: values.endsOn }),
              },
            }),
          ),
    onSuccess: () => {
      onClose();
      return queries.invalidateQueries({ queryKey: ['admin'] });
    },
  });
  return (
    <Card withBorder>
      <Form form={form} error={save.error} onSubmit={(values) => save.mutate(values)}>
        <Stack gap="sm">
          <TextField required autoFocus name="name" label={t('campaigns.name')} />
          <Group grow align="start">
            <TextField type="date" name="startsOn" label={t('campaigns.startsOn')} />
            <TextField type="date" name="endsOn" label={t('campaigns.endsOn')} />
          </Group>
          {save.error && <ProblemNotice error={save.error} />}
          <FormActions
            action={t(campaign ? 'profile.save' : 'campaigns.create')}
            busy={save.isPending}
            onCancel={onClose}
          />
        </Stack>
      </Form>
    </Card>
  );
}
