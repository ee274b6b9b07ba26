import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemError, problemOf } from '../api/problem';
import { topicOfCode } from '../help/topic-of';
import { HelpLink } from './help-link';
import { errorText, formatDate } from '../i18n';

/**
 * What happened and what to do now; the reference only where support may need it. Whose session has ended signs in in
 * another tab, so that nothing typed here is lost.
 */
export function ProblemNotice({ error, onRetry }: { error: unknown; onRetry?: () => void }) {
  const { t } = useTranslation();
  const problem = error instanceof ProblemError ? error : problemOf(500, undefined);
  const translated = errorText(problem.code);
  const { title, nextStep } = translated ?? problem;
  const topic = topicOfCode.get(problem.code);
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title={title}>
      {problem.detail && !translated && <Text size="sm">{problem.detail}</Text>}
      {problem.reasons.length > 0 && (
        <List size="sm">
          {problem.reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      )}
      <Text size="sm">
        {problem.retryAt ? t('problem.retryAt', { time: formatDate(problem.retryAt.toISOString()) }) : nextStep}
      </Text>
      <Group gap="md">
        {topic && <HelpLink topic={topic} />}
        {problem.code === sessionOver && (
          <Anchor href={signInPage()} target="_blank" rel="noopener" size="sm" underline="always">
            {t('signIn.title')}
          </Anchor>
        )}
      </Group>
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

/** Other refusals of the same kind belong to somebody who is signing in just now. */
const sessionOver = 'request.unauthenticated';

const signInPage = () => (window.location.pathname.startsWith('/admin') ? '/sign-in?for=admin' : '/sign-in');
