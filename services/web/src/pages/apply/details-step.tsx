import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../../api/client';
import type { OwnApplication } from '../../api/types';
import { FieldInputs, fieldValues, filledIn } from '../../components/field-inputs';
import { TextField } from '../../components/form/fields';
import { Form } from '../../components/form/form';
import { emailAddress, neededText } from '../../components/form/schemas';
import { useSchemaForm } from '../../components/form/use-schema-form';
import { ButtonLink } from '../../components/links';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';
import { ContinueElsewhere } from './continue-elsewhere';
import { applicationQuery } from './application-query';
import { ProvenEmail } from './proven-email';
import { Steps } from './steps';
import type { Draft, Typed } from './use-draft';
import { Withdraw } from './withdraw';

export default function DetailsStep({ application, draft }: { application: OwnApplication; draft: Draft }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { typed, change, keep, error } = draft;
  const { organisationName: organisation, fields: asked } = application.form;
  const form = useSchemaForm(
    z.object({ name: neededText(200), email: emailAddress(), fields: fieldValues(asked) }),
    typed,
  );
  useEffect(
    () =>
      form.subscribe({
        formState: { values: true },
        callback: ({ values }) => change({ ...values, fields: filledIn(values.fields) }),
      }),
    [form, change],
  );
  const proven = application.emailVerified && sameAddress(application.email, typed.email);
  const submit = useMutation({
    mutationFn: async (last: Typed) => {
      await keep(last);
      return answerOf(api.POST('/v1/applications/current/submission'));
    },
    onSuccess: (fresh) => queries.setQueryData(applicationQuery.queryKey, fresh),
  });
  return (
    <Form
      form={form}
      error={submit.error ?? error}
      onSubmit={(values) => {
        if (proven) submit.mutate({ ...values, fields: filledIn(values.fields) });
        else form.setError('email', { message: t('apply.emailMissing') }, { shouldFocus: true });
      }}
    >
      <Stack gap="lg">
        <Steps current="details" />
        <Stack gap="xs">
          <PageTitle>{t('apply.details')}</PageTitle>
          <Text>{t('apply.detailsText', { organisation })}</Text>
        </Stack>
        <TextField required autoComplete="name" name="name" label={t('apply.name')} />
        <ProvenEmail email={typed.email} proven={proven} />
        <FieldInputs fields={asked} />
        <Text size="sm">{t('apply.consent', { organisation })}</Text>
        {(submit.error ?? error) && <ProblemNotice error={submit.error ?? error} />}
        <Group>
          <Button type="submit" size="md" loading={submit.isPending}>
            {t('apply.submit')}
          </Button>
          <ButtonLink size="md" variant="default" to="/apply" search={{}}>
            {t('apply.back')}
          </ButtonLink>
        </Group>
        <ContinueElsewhere application={application} />
        <Withdraw application={application} />
      </Stack>
    </Form>
  );
}

const sameAddress = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
