import { Alert, Anchor, Button, Group, List, Text } from '@mantine/core';
import { IconAlertTriangle, IconClockPause } from '@tabler/icons-react';
import { useIsFetching } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError, problemOf } from '../api/problem';
import { topicOfCode } from '../help/topic-of';
import { HelpLink } from './help-link';
import { useNextTry } from './use-next-try';
import { errorText, formatClock, formatDate } from '../i18n';

export interface ProblemNoticeProps {
  error: unknown;
  onRetry?: () => void;
}

/**
 * What happened and what to do now; the reference only where support may need it. Red says that a person must act: what
 * passes by itself is amber, and where it can be asked for again the page does so, and says when. Whose session has ended signs in in
 * another tab, so that nothing typed here is lost.
 */
export function ProblemNotice({ error, onRetry }: ProblemNoticeProps) {
  const { t } = useTranslation();
  const problem = error instanceof ProblemError ? error : problemOf(500, undefined);
  const translated = errorText(problem.code);
  const { title, nextStep } = translated ?? problem;
  // What the service says of it is for programs.
  const isListed = problem.code === 'request.invalid' && problem.reasons.length > 0;
  const step = isListed ? t('problem.correct') : nextStep;
  const topic = topicOfCode.get(problem.code);
  const nextTry = useNextTry(problem, onRetry);
  // Whoever asks sees that it is asked, until there is another answer.
  const [asked, setAsked] = useState<unknown>();
  const fetching = useIsFetching();
  const [color, Icon] = problem.passes ? (['orange', IconClockPause] as const) : (['red', IconAlertTriangle] as const);
  return (
    <Alert role="alert" color={color} icon={<Icon aria-hidden />} title={title}>
      {problem.detail && !translated && <Text size="sm">{problem.detail}</Text>}
      {problem.reasons.length > 0 && (
        <List size="sm">
          {problem.reasons.map((reason) => (
            <List.Item key={reason}>{reason}</List.Item>
          ))}
        </List>
      )}
      <Text size="sm">
        {problem.retryAt && !nextTry ? t('problem.retryAt', { time: formatDate(problem.retryAt.toISOString()) }) : step}
      </Text>
      {nextTry && (
        // The time of each further try is no news: what it changes in is not announced again.
        <Text size="sm" aria-live="off">
          {t('problem.nextTry', { time: formatClock(nextTry) })}
        </Text>
      )}
      <Group gap="md">
        {topic && <HelpLink topic={topic} />}
        {problem.code === sessionOver && (
          <Anchor href={signInPage()} target="_blank" rel="noopener" size="sm" underline="always">
            {t('signIn.title')}
          </Anchor>
        )}
      </Group>
      {problem.status >= 500 && problem.correlationId && (
        <Text size="xs" mt="xs" aria-live="off">
          {t('problem.reference', { id: problem.correlationId })}
        </Text>
      )}
      {onRetry && (
        <Button
          mt="sm"
          size="xs"
          variant="default"
          loading={asked === error && fetching > 0}
          onClick={() => {
            setAsked(error);
            onRetry();
          }}
        >
          {t('problem.again')}
        </Button>
      )}
    </Alert>
  );
}

/** Other refusals of the same kind belong to somebody who is signing in just now. */
const sessionOver = 'request.unauthenticated';

const signInPage = () => (window.location.pathname.startsWith('/admin') ? '/sign-in?for=admin' : '/sign-in');
