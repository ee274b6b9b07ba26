import { Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import type { OwnApplication } from '../../api/types';
import { FieldInputs } from '../../components/field-inputs';
import { ButtonLink } from '../../components/links';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';
import { ContinueElsewhere } from './continue-elsewhere';
import { applicationQuery } from './application-query';
import { ProvenEmail } from './proven-email';
import { Steps } from './steps';
import type { TypedForm } from './use-typed';
import { Withdraw } from './withdraw';

export function DetailsStep({ application, form }: { application: OwnApplication; form: TypedForm }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { typed, change, keep, error } = form;
  const [unproven, setUnproven] = useState(false);
  const { organisationName: organisation, fields: asked } = application.form;
  const proven = application.emailVerified && sameAddress(application.email, typed.email);
  const submit = useMutation({
    mutationFn: async () => {
      await keep();
      return answerOf(api.POST('/v1/applications/current/submission'));
    },
    onSuccess: (fresh) => queries.setQueryData(applicationQuery.queryKey, fresh),
  });
  return (
    <form
      onSubmit={(event) => {
        event.preventDefault();
        setUnproven(!proven);
        if (proven) submit.mutate();
      }}
    >
      <Stack gap="lg">
        <Steps current="details" />
        <Stack gap="xs">
          <PageTitle>{t('apply.details')}</PageTitle>
          <Text>{t('apply.detailsText', { organisation })}</Text>
        </Stack>
        <TextInput
          required
          maxLength={200}
          autoComplete="name"
          label={t('apply.name')}
          value={typed.name}
          onChange={(event) => change({ name: event.currentTarget.value })}
        />
        <ProvenEmail
          email={typed.email}
          proven={proven}
          missing={unproven && !proven}
          onChange={(email) => change({ email })}
        />
        <FieldInputs fields={asked} values={typed.fields} onChange={(fields) => change({ fields })} />
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
    </form>
  );
}

const sameAddress = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
