import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { keepRowFocus } from './keep-row-focus';
import { Loading } from './loading';
import { ProblemNotice } from './problem-notice';
import { formatDate } from '../i18n';

const queryKey = ['sessions'];

/** Where somebody is signed in: each other browser can be signed out by itself, or all of them with this one. */
export function SessionsSection({ size = 'h3' }: { size?: 'h3' | 'h4' }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const sessions = useQuery({ queryKey, queryFn: () => answerOf(api.GET('/v1/users/current/sessions')) });
  const end = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/v1/users/current/sessions/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey }),
  });
  const signOut = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/users/current/sessions')),
    onSuccess: () => window.location.replace('/'),
  });
  const error = sessions.error ?? end.error ?? signOut.error;
  return (
    <Stack ref={keepRowFocus} component="section" gap="sm" aria-label={t('sessions.title')}>
      <Title order={2} size={size}>
        {t('sessions.title')}
      </Title>
      {error && <ProblemNotice error={error} />}
      {!sessions.data && !sessions.error && <Loading />}
      <Stack component="ul" gap="sm" m={0} p={0} style={{ listStyle: 'none' }}>
        {sessions.data?.items.toSorted(hereFirst).map(({ id, current, createdAt, lastSeenAt }) => (
          <Group key={id} component="li" justify="space-between" gap="md" wrap="nowrap">
            <div>
              <Text size="sm" fw={600}>
                {t(current ? 'sessions.here' : 'sessions.elsewhere')}
              </Text>
              <Text size="xs" c="dimmed">
                {t(current ? 'sessions.since' : 'sessions.line', {
                  since: formatDate(createdAt),
                  seen: formatDate(lastSeenAt),
                })}
              </Text>
            </div>
            {!current && (
              <Button
                size="xs"
                variant="default"
                flex="none"
                aria-label={t('sessions.endWhich', { since: formatDate(createdAt) })}
                loading={end.isPending && end.variables === id}
                onClick={() => end.mutate(id)}
              >
                {t('app.signOut')}
              </Button>
            )}
          </Group>
        ))}
      </Stack>
      <Text size="sm" role="status">
        {end.isSuccess && t('sessions.ended')}
      </Text>
      <Group>
        <Button variant="default" loading={signOut.isPending} onClick={() => signOut.mutate()}>
          {t('sessions.everywhere')}
        </Button>
      </Group>
    </Stack>
  );
}

const hereFirst = (left: { current: boolean }, right: { current: boolean }) =>
  Number(right.current) - Number(left.current);
