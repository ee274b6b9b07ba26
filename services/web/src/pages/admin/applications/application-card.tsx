import { Badge, Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Application } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { Confirm } from '../../../components/confirm';
import { Facts } from '../../../components/facts';
import { TextLink } from '../../../components/links';
import { PlatformIcon } from '../../../components/platform-icon';
import { ProblemNotice } from '../../../components/problem-notice';
import { formatDate } from '../../../i18n';
import { useFields } from '../influencers/use-fields';
import { useRole } from '../use-role';

/** One person with what they connected and typed, and the decision. */
export function ApplicationCard({ application }: { application: Application }) {
  const { t } = useTranslation();
  const { mayChange } = useRole();
  const asked = useFields();
  const { id, status, name, email, group, fields, socialAccounts, submittedAt, decidedAt } = application;
  const answers = asked.flatMap(({ key, label }) => (fields[key] ? [[label, fields[key]] as const] : []));
  const facts = [
    ...(group ? [[t('applications.group'), group.name] as const] : []),
    [t('applications.submitted'), formatDate(submittedAt)] as const,
    ...(decidedAt ? [[t(`applications.status.${status}`), formatDate(decidedAt)] as const] : []),
    ...answers,
  ];
  return (
    <Card withBorder component="article" aria-labelledby={`application-${id}`}>
      <Stack gap="sm">
        <Group justify="space-between" gap="xs" align="flex-start">
          <div style={{ minWidth: 0 }}>
            <Title order={2} size="h4" id={`application-${id}`} style={{ overflowWrap: 'anywhere' }}>
              {status === 'approved' ? (
                <TextLink to="/admin/influencers/$id" params={{ id }} inherit>
                  {name}
                </TextLink>
              ) : (
                name
              )}
            </Title>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {email}
            </Text>
          </div>
          <Group gap="xs">
            {socialAccounts.map((account) => (
              <Badge
                key={account.id}
                size="lg"
                tt="none"
                variant="default"
                leftSection={<PlatformIcon platform={account.platform} size={16} />}
              >
                {account.authState === 'AUTHENTICATED'
                  ? `@${account.handle}`
                  : `@${account.handle} (${t(`state.${account.authState}`)})`}
              </Badge>
            ))}
          </Group>
        </Group>
        <Facts facts={facts} />
        {status === 'submitted' && mayChange && <Decision id={id} name={name} />}
        {status === 'declined' && (
          <Text size="sm" c="dimmed">
            {t('applications.declinedText')}
          </Text>
        )}
      </Stack>
    </Card>
  );
}

function Decision({ id, name }: { id: string; name: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const decide = useMutation({
    mutationFn: (how: 'approval' | 'decline') =>
      answerOf(api.POST(`/v1/applications/{id}/${how}`, { params: { path: { id } } })),
    // Somebody else may have been faster: then the list says how.
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  return (
    <>
      {decide.error && !asked && <ProblemNotice error={decide.error} />}
      <Group gap="xs">
        <Button
          loading={decide.isPending && !asked}
          aria-label={t('applications.approveWhom', { name })}
          onClick={() => decide.mutate('approval')}
        >
          {t('applications.approve')}
        </Button>
        <Button
          variant="default"
          aria-label={t('applications.declineWhom', { name })}
          onClick={() => {
            decide.reset();
            setAsked(true);
          }}
        >
          {t('applications.decline')}
        </Button>
      </Group>
      <Confirm
        opened={asked}
        title={t('applications.declineTitle', { name })}
        action={t('applications.decline')}
        busy={decide.isPending}
        error={decide.error}
        onConfirm={() => decide.mutate('decline')}
        onClose={() => setAsked(false)}
      >
        <Text size="sm">{t('applications.declineText')}</Text>
      </Confirm>
    </>
  );
}
