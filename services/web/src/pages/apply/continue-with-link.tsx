import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { useKnownSession } from '../../api/session';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';

/** The token stands in the fragment, which no server sees; only the press of the button spends it. */
export function ContinueWithLink({ token }: { token: string }) {
  const { t } = useTranslation();
  const session = useKnownSession();
  const use = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/application-session/continuations', { body: { token } })),
    onSuccess: () => window.location.replace('/apply'),
  });
  return (
    <Stack gap="md" maw={480} align="flex-start">
      <PageTitle>{t('apply.withLink')}</PageTitle>
      <Text>{t('apply.withLinkText')}</Text>
      {session?.kind === 'applicant' && <Alert>{t('apply.withLinkReplaces')}</Alert>}
      {session?.kind === 'influencer' && (
        <Alert style={{ overflowWrap: 'anywhere' }}>
          {t('apply.withLinkSignsOut', { email: session.user?.email ?? '' })}
        </Alert>
      )}
      {use.error && <ProblemNotice error={use.error} />}
      <Button size="md" loading={use.isPending} onClick={() => use.mutate()}>
        {t('apply.withLinkGo')}
      </Button>
    </Stack>
  );
}
