import { Alert, Button, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Influencer } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { ProblemNotice } from '../../../components/problem-notice';
import { formatDate } from '../../../i18n';
import { FieldInputs, filledIn } from '../../../components/field-inputs';
import { useFields } from './use-fields';

/** The address is the influencer's own and can't be changed here: it opens their dashboard. */
export function InfluencerDetails({ influencer, mayChange }: { influencer: Influencer; mayChange: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const asked = useFields();
  const [name, setName] = useState(influencer.name);
  const [timeZone, setTimeZone] = useState(influencer.timeZone);
  const [fields, setFields] = useState<Record<string, string>>(influencer.fields);
  const save = useMutation({
    mutationFn: () =>
      answerOf(
        api.PATCH('/v1/influencers/{id}', {
          params: { path: { id: influencer.id } },
          body: { name, timeZone, fields: filledIn(fields) },
        }),
      ),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <form onSubmit={submit}>
      <fieldset disabled={!mayChange} style={{ border: 0, margin: 0, padding: 0 }}>
        <Stack gap="sm" maw={480}>
          <TextInput
            required
            label={t('admin.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput readOnly label={t('admin.email')} description={t('profile.emailStays')} value={influencer.email} />
          <TextInput
            required
            label={t('profile.timeZone')}
            list="time-zones"
            value={timeZone}
            onChange={(event) => setTimeZone(event.currentTarget.value)}
          />
          <datalist id="time-zones">
            {Intl.supportedValuesOf('timeZone').map((zone) => (
              <option key={zone} value={zone} />
            ))}
          </datalist>
          <FieldInputs fields={asked} values={fields} onChange={setFields} />
          <TextInput readOnly label={t('profile.since')} value={formatDate(influencer.createdAt)} />
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
    </form>
  );
}
