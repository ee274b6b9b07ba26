import { Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { isSignedOut } from '../../api/session';
import type { OwnApplication } from '../../api/types';
import { FieldInputs } from '../../components/field-inputs';
import { TextField } from '../../components/form/fields';
import { Form } from '../../components/form/form';
import { ButtonLink } from '../../components/links';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';
import { ContinueElsewhere } from './continue-elsewhere';
import { applicationQuery } from './application-query';
import { ProvenEmail } from './proven-email';
import { SessionOver } from './session-over';
import { Steps } from './steps';
import type { Draft, Typed } from './use-draft';
import { useDraftForm } from './use-draft-form';
import { Withdraw } from './withdraw';

interface DetailsStepProps {
  application: OwnApplication;
  draft: Draft;
  /** The session of the applicant has ended. */
  isOver: boolean;
}

export default function DetailsStep({ application, draft, isOver }: DetailsStepProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { typed, keep, error } = draft;
  const { organisationName: organisation, fields: asked } = application.form;
  const form = useDraftForm(asked, draft);
  const proven = application.emailVerified && sameAddress(application.email, typed.email);
  const submit = useMutation({
    mutationFn: async (last: Typed) => {
      await keep(last);
      return answerOf(api.POST('/v1/applications/{id}/submission', { params: { path: { id: application.id } } }));
    },
    onSuccess: (fresh) => queries.setQueryData(applicationQuery.queryKey, fresh),
  });
  // The draft itself goes on once they are back.
  const over = isOver || isSignedOut(error);
  const problem = [submit.error, error].find((one) => one !== null && !isSignedOut(one));
  return (
    <Form
      fleeting
      form={form}
      error={problem}
      onSubmit={(values) => {
        if (proven) submit.mutate({ ...values, fields: textsOf(values.fields) });
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
        {over ? <SessionOver step="details" /> : problem && <ProblemNotice error={problem} />}
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

/** Empty ones too: so are they taken away. */
const textsOf = (values: Readonly<Record<string, string | undefined>>): Record<string, string> =>
  Object.fromEntries(Object.entries(values).map(([key, value]) => [key, value ?? '']));

const sameAddress = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
