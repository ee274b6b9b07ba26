import { Button, Stack, Text } from '@mantine/core';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem';
import { PageTitle } from '../components/page-title';
import { PageProblem } from '../components/page-problem';

/** Stands in for a page that failed while it was drawn or fetched. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const again = () => void router.invalidate().then(reset);
  if (error instanceof ProblemError) {
    return <PageProblem error={error} onRetry={again} />;
  }
  return (
    <Stack align="flex-start" role="alert">
      <PageTitle>{t('crash.title')}</PageTitle>
      <Text>{t('crash.text')}</Text>
      <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
    </Stack>
  );
}
