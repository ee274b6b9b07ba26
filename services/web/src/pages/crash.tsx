import { Button, Group, Stack, Text } from '@mantine/core';
import { useQueryClient } from '@tanstack/react-query';
import { useRouter, type ErrorComponentProps } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/problem';
import { PageTitle } from '../components/page-title';
import { PageProblem } from '../components/page-problem';

/** Stands in for a page that failed while it was drawn or fetched. Drawn once more, with fresh answers, it has what was typed in it. */
export function Crash({ error, reset }: ErrorComponentProps) {
  const { t } = useTranslation();
  const router = useRouter();
  const queries = useQueryClient();
  const again = () => {
    // What it was drawn from, which may be what broke it; nobody else looks at it now.
    queries.removeQueries({ type: 'inactive' });
    void router.invalidate().then(reset);
  };
  if (error instanceof ProblemError) {
    return <PageProblem error={error} onRetry={again} />;
  }
  return (
    <Stack align="flex-start" role="alert">
      <PageTitle>{t('crash.title')}</PageTitle>
      <Text>{t('crash.text')}</Text>
      <Group>
        <Button onClick={again}>{t('problem.again')}</Button>
        <Button variant="default" onClick={() => window.location.reload()}>
          {t('crash.reload')}
        </Button>
      </Group>
    </Stack>
  );
}
