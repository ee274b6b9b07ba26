import { Alert, Button, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../api/client';

/** What happened and what to do now; the reference only where support may need it. */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem =
    error instanceof ProblemError ? error : new ProblemError('unknown', String(error), t('problem.again'), 500);
  return (
    <Alert role="alert" color="red" variant="light" icon={<IconAlertTriangle aria-hidden />} title={problem.title}>
      {problem.detail && <Text size="sm">{problem.detail}</Text>}
      <Text size="sm">{problem.nextStep}</Text>
      {problem.status >= 500 && problem.correlationId && (
        <Text size="xs" mt="xs">
          {t('problem.reference', { id: problem.correlationId })}
        </Text>
      )}
      {onRetry && (
        <Button mt="sm" size="xs" variant="default" onClick={onRetry}>
          {t('problem.again')}
        </Button>
      )}
    </Alert>
  );
}
