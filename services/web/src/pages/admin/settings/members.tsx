import { Badge, Box, Button, Card, Group, NativeSelect, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Member, Role } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { useKnownSession } from '../../../api/session';
import { Confirm } from '../../../components/confirm';
import { HelpLink } from '../../../components/help-link';
import { keepRowFocus } from '../../../components/keep-row-focus';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { useProof } from '../../../components/step-up';
import { formatDate } from '../../../i18n';
import { membersQuery } from '../members-query';
import { useRole } from '../use-role';
import { Invitations } from './invitations';

const roles: Role[] = ['owner', 'admin', 'viewer'];

export function Members() {
  const { t } = useTranslation();
  const { isOwner } = useRole();
  const self = useKnownSession()?.user?.id;
  const members = useQuery(membersQuery);
  if (members.error && !members.data)
    return <ProblemNotice error={members.error} onRetry={() => void members.refetch()} />;
  if (!members.data) return <Loading />;
  return (
    <Stack ref={keepRowFocus} gap="md">
      <Title order={2} size="h3">
        {t('members.title')}
      </Title>
      <HelpLink topic="members" w="fit-content" />
      {members.data.items.map((member) => (
        <MemberCard key={member.userId} member={member} isSelf={member.userId === self} mayChange={isOwner} />
      ))}
      {isOwner && <Invitations />}
    </Stack>
  );
}

interface MemberCardProps {
  member: Member;
  isSelf: boolean;
  mayChange: boolean;
}

function MemberCard({ member: { userId, name, email, role, joinedAt }, isSelf, mayChange }: MemberCardProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const withProof = useProof();
  const [asking, setAsking] = useState(false);
  const change = useMutation({
    mutationFn: (next: Role) =>
      withProof(() =>
        answerOf(api.PATCH('/v1/members/{userId}', { params: { path: { userId } }, body: { role: next } })),
      ),
    onSettled: () => queries.invalidateQueries({ queryKey: membersQuery.queryKey }),
  });
  const remove = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/members/{userId}', { params: { path: { userId } } })),
    onSuccess: () =>
      isSelf ? window.location.replace('/') : queries.invalidateQueries({ queryKey: membersQuery.queryKey }),
  });
  const who = name || email;
  return (
    <Card withBorder padding="sm" component="article" aria-label={who}>
      <Group justify="space-between" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Group gap="xs">
            <Text fw={600}>{who}</Text>
            {isSelf && (
              <Badge variant="default" tt="none">
                {t('members.you')}
              </Badge>
            )}
          </Group>
          <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
            {`${email} · ${t('members.since', { date: formatDate(joinedAt) })}`}
          </Text>
        </div>
        <Group gap="xs">
          {mayChange ? (
            <NativeSelect
              size="xs"
              aria-label={t('members.roleOf', { name: who })}
              value={role}
              disabled={change.isPending}
              data={roles.map((value) => ({ value, label: t(`role.${value}`) }))}
              onChange={(event) => change.mutate(event.currentTarget.value as Role)}
            />
          ) : (
            <Text size="sm">{t(`role.${role}`)}</Text>
          )}
          {(mayChange || isSelf) && (
            <Button size="xs" variant="default" onClick={() => setAsking(true)}>
              {t(isSelf ? 'members.leave' : 'members.remove')}
            </Button>
          )}
        </Group>
      </Group>
      {change.error && (
        <Box mt="xs">
          <ProblemNotice error={change.error} />
        </Box>
      )}
      <Confirm
        opened={asking}
        title={t(isSelf ? 'members.leaveTitle' : 'members.removeTitle', { name: who })}
        action={t(isSelf ? 'members.leave' : 'members.remove')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">{t(isSelf ? 'members.leaveText' : 'members.removeText')}</Text>
      </Confirm>
    </Card>
  );
}
