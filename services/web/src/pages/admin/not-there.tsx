import { Stack, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../api/problem';
import { HelpLink } from '../../components/help-link';
import { PageTitle } from '../../components/page-title';
import { ProblemNotice } from '../../components/problem-notice';

interface NotThereProps {
  error: unknown;
  /** To the list in which it would stand. */
  back: ReactNode;
  onRetry(): void;
}

/** Stands for a thing that can not be shown. One that is not there, or never was, is nobody's mistake and comes from no second try. */
export function NotThere({ error, back, onRetry }: NotThereProps) {
  const { t } = useTranslation();
  // 400: what the address names can be no id.
  const isGone = error instanceof ProblemError && (error.status === 404 || error.status === 400);
  if (!isGone)
    return (
      <Stack gap="md">
        {back}
        <ProblemNotice error={error} onRetry={onRetry} />
      </Stack>
    );
  return (
    <Stack gap="xs" align="flex-start">
      {back}
      <PageTitle>{t('notThere.title')}</PageTitle>
      <Text>{t('notThere.text')}</Text>
      <HelpLink topic="no-permission" />
    </Stack>
  );
}
