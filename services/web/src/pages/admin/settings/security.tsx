import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../../../api/client';
import { Form } from '../../../components/form/form';
import { PasswordField } from '../../../components/form/password-field';
import { newPassword, presentPassword } from '../../../components/form/schemas';
import { useSchemaForm } from '../../../components/form/use-schema-form';
import { HelpLink } from '../../../components/help-link';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { SessionsSection } from '../../../components/sessions-section';
import { useProof } from '../../../components/step-up';
import { formatDate } from '../../../i18n';
import { NewPasswordField } from '../../account/new-password-field';
import { RecoveryCodes } from '../../account/recovery-codes';
import { SetUpSecondFactor } from '../../account/set-up-second-factor';
import { OwnName } from './own-name';

/** A member's own name and access: second factor, password, where they are signed in. */
export function Security() {
  return (
    <Stack gap="xl" maw={560}>
      <OwnName />
      <SecondFactorSection />
      <PasswordSection />
      <SessionsSection />
    </Stack>
  );
}

function SecondFactorSection() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const withProof = useProof();
  const refresh = () => queries.invalidateQueries({ queryKey: ['second-factor'] });
  const [settingUp, setSettingUp] = useState(false);
  const factor = useQuery({ queryKey: ['second-factor'], queryFn: () => answerOf(api.GET('/v1/second-factor')) });
  const renew = useMutation({
    mutationFn: () => withProof(() => answerOf(api.POST('/v1/second-factor/recovery-codes'))),
    onSuccess: refresh,
  });
  const remove = useMutation({
    mutationFn: () => withProof(() => answerOf(api.DELETE('/v1/second-factor'))),
    onSuccess: refresh,
  });
  const error = factor.error ?? renew.error ?? remove.error;
  const done = () => {
    setSettingUp(false);
    renew.reset();
    void refresh();
  };
  return (
    <Stack gap="sm" component="section" aria-label={t('secondFactor.title')}>
      <Title order={2} size="h3">
        {t('secondFactor.title')}
      </Title>
      <HelpLink topic="second-factor" w="fit-content" />
      {error && <ProblemNotice error={error} />}
      {!factor.data && !factor.error && <Loading />}
      {factor.data && !factor.data.confirmedAt && !settingUp && (
        <>
          <Text size="sm">{t('secondFactor.none')}</Text>
          <Group>
            <Button onClick={() => setSettingUp(true)}>{t('secondFactor.setUp')}</Button>
          </Group>
        </>
      )}
      {settingUp && <SetUpSecondFactor onDone={done} />}
      {!settingUp && factor.data?.confirmedAt && !renew.data && (
        <>
          <Text size="sm">
            {t('secondFactor.since', {
              date: formatDate(factor.data.confirmedAt),
              count: factor.data.recoveryCodesLeft,
            })}
          </Text>
          <Group>
            <Button variant="default" loading={renew.isPending} onClick={() => renew.mutate()}>
              {t('secondFactor.renewCodes')}
            </Button>
            <Button variant="default" loading={remove.isPending} onClick={() => remove.mutate()}>
              {t('secondFactor.remove')}
            </Button>
          </Group>
        </>
      )}
      {renew.data && <RecoveryCodes codes={renew.data.recoveryCodes} onDone={done} />}
    </Stack>
  );
}

const change = z.object({ password: presentPassword(), newPassword: newPassword() });

function PasswordSection() {
  const { t } = useTranslation();
  const form = useSchemaForm(change, { password: '', newPassword: '' });
  const save = useMutation({
    mutationFn: (body: z.output<typeof change>) => answerOf(api.PUT('/v1/users/current/password', { body })),
    onSuccess: () => form.reset(),
  });
  return (
    <Stack component="section" gap="sm" aria-label={t('password.title')}>
      <Title order={2} size="h3">
        {t('password.title')}
      </Title>
      <Form fleeting form={form} error={save.error} onSubmit={(values) => save.mutate(values)}>
        <Stack gap="sm" align="stretch">
          <PasswordField required name="password" label={t('password.present')} autoComplete="current-password" />
          <NewPasswordField name="newPassword" />
          {save.error && <ProblemNotice error={save.error} />}
          {save.isSuccess && <Alert role="status">{t('password.changedHere')}</Alert>}
          <Group>
            <Button type="submit" variant="default" loading={save.isPending}>
              {t('password.change')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Stack>
  );
}
