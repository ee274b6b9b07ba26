import { Button, Card, List, Loader, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { api, ProblemError } from '../api/client';
import type { LinkSession } from '../api/types';
import { ProblemNotice } from '../components/problem-notice';
import { formatDate } from '../i18n';
import { LinkCode } from './link-code';
import { LinkItems } from './link-items';
import { UnusableLink } from './unusable-link';

/** The page behind an authorization link: who asks for what, the proof of person, then one account after the other. */
export default function Connect() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const session = useQuery({ queryKey: ['link-session'], queryFn: () => api.get<LinkSession>('/v1/link-session') });
  const update = (fresh: LinkSession) => queries.setQueryData(['link-session'], fresh);
  const begin = useMutation({ mutationFn: () => api.post<LinkSession>('/v1/link-session'), onSuccess: update });

  if (session.isPending) return <Loader aria-label={t('app.loading')} />;
  if (session.error instanceof ProblemError && session.error.code === 'gateway.link_unusable') return <UnusableLink />;
  if (session.error) return <ProblemNotice error={session.error} onRetry={() => void session.refetch()} />;

  const { organisationName, needsProof, proven, begun, expiresAt, items } = session.data;
  return (
    <Stack gap="lg">
      <div>
        <Title order={1}>{t('link.asks', { organisation: organisationName })}</Title>
        <Text c="dimmed">{t('link.until', { date: formatDate(expiresAt) })}</Text>
      </div>
      {!begun && <Primer />}
      {begin.error && <ProblemNotice error={begin.error} />}
      {!begun && (
        <Button size="md" loading={begin.isPending} onClick={() => begin.mutate()}>
          {t('link.begin')}
        </Button>
      )}
      {begun && needsProof && !proven && (
        <LinkCode organisation={organisationName} onProven={update} onAgain={() => begin.mutate()} />
      )}
      {begun && (proven || !needsProof) && <LinkItems items={items} />}
    </Stack>
  );
}

function Primer() {
  const { t } = useTranslation();
  const list = (key: string) => t(key, { returnObjects: true }) as unknown as string[];
  return (
    <Card withBorder padding="lg">
      <Stack gap="md">
        {(['reads', 'never'] as const).map((part) => (
          <section key={part}>
            <Title order={2} size="h4">
              {t(`link.${part}`)}
            </Title>
            <List size="sm">
              {list(`link.${part}List`).map((line) => (
                <List.Item key={line}>{line}</List.Item>
              ))}
            </List>
          </section>
        ))}
        {(['why', 'stop'] as const).map((part) => (
          <section key={part}>
            <Title order={2} size="h4">
              {t(`link.${part}`)}
            </Title>
            <Text size="sm">{t(`link.${part}Text`)}</Text>
          </section>
        ))}
      </Stack>
    </Card>
  );
}
