import { NativeSelect, Stack, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { mailLanguages } from '../mail-languages';
import { useRole } from '../use-role';

const queryKey = ['admin', 'organisation'];
type Language = (typeof mailLanguages)[number]['value'];

/** Settings → Company: in which language mails are written to those who have no other. */
export function MailLanguage() {
  const { t } = useTranslation();
  const { mayChange } = useRole();
  const queries = useQueryClient();
  const organisation = useQuery({ queryKey, queryFn: () => answerOf(api.GET('/v1/organisations/current')) });
  const change = useMutation({
    mutationFn: (locale: Language) => answerOf(api.PATCH('/v1/organisations/current', { body: { locale } })),
    onSuccess: (changed) => queries.setQueryData(queryKey, changed),
  });
  const error = organisation.error ?? change.error;
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {t('mailLanguage.title')}
      </Title>
      {error && <ProblemNotice error={error} />}
      {!organisation.data && !error && <Loading />}
      {organisation.data && (
        <NativeSelect
          label={t('mailLanguage.label')}
          description={t('mailLanguage.text')}
          data={mailLanguages}
          value={change.isPending ? change.variables : organisation.data.locale}
          disabled={!mayChange}
          onChange={(event) => change.mutate(event.currentTarget.value as Language)}
        />
      )}
    </Stack>
  );
}
