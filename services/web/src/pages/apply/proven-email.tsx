import { Badge, Button, Group, Stack, Text, TextInput } from '@mantine/core';
import { IconCircleCheck } from '@tabler/icons-react';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useFormContext } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { TextField } from '../../components/form/fields';
import { ButtonLink } from '../../components/links';
import { ProblemNotice } from '../../components/problem-notice';
import { applicationQuery } from './application-query';

interface ProvenEmailProps {
  email: string;
  proven: boolean;
}

/** The address, and the code that proves it. The answer about an address comes only to whoever reads its mail. */
export function ProvenEmail({ email, proven }: ProvenEmailProps) {
  const { t } = useTranslation();
  const { clearErrors } = useFormContext();
  const send = useMutation({
    mutationFn: (address: string) =>
      answerOf(api.POST('/v1/application-session/codes', { body: { email: address.trim() } })),
    onSuccess: () => clearErrors('email'),
  });
  const asked = send.isSuccess && !proven && send.variables === email;
  return (
    <Stack gap="xs">
      <Group align="flex-end" gap="sm">
        <TextField
          required
          type="email"
          autoComplete="email"
          name="email"
          style={{ flexGrow: 1 }}
          label={t('apply.email')}
          description={t('apply.emailHint')}
        />
        {proven ? (
          <Badge color="teal.9" size="lg" tt="none" mb={6} leftSection={<IconCircleCheck size={16} aria-hidden />}>
            {t('apply.emailProven')}
          </Badge>
        ) : (
          <Button
            variant="default"
            loading={send.isPending}
            disabled={!email.includes('@')}
            onClick={() => send.mutate(email)}
          >
            {t(asked ? 'apply.codeAgain' : 'apply.code')}
          </Button>
        )}
      </Group>
      {send.error && <ProblemNotice error={send.error} />}
      {asked && <Code email={email.trim()} />}
    </Stack>
  );
}

function Code({ email }: { email: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [code, setCode] = useState('');
  const prove = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/v1/application-session/proof', { body: { email, code: code.replaceAll(/\s/g, '') } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: applicationQuery.queryKey }),
  });
  const known = prove.error instanceof ProblemError && prove.error.code === 'accounts.applicant_known';
  return (
    <Stack gap="xs">
      <Text size="sm" role="status">
        {t('apply.codeSent', { email })}
      </Text>
      <Group align="flex-end" gap="sm">
        <TextInput
          label={t('link.code.label')}
          description={t('link.code.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          value={code}
          onChange={(event) => setCode(event.currentTarget.value)}
          // Enter confirms the code; it does not submit the form around it.
          onKeyDown={(event) => {
            if (event.key !== 'Enter') return;
            event.preventDefault();
            prove.mutate();
          }}
        />
        <Button loading={prove.isPending} onClick={() => prove.mutate()}>
          {t('apply.codeCheck')}
        </Button>
      </Group>
      {prove.error && <ProblemNotice error={prove.error} />}
      {known && (
        <Group>
          <ButtonLink to="/sign-in">{t('signIn.title')}</ButtonLink>
        </Group>
      )}
    </Stack>
  );
}
