import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { ProblemNotice } from '../../../components/problem-notice';
import { failedRuleText } from '../../../domain/marketplace-rule';
import { InviteSteps } from './invite-steps';

/** Invites somebody whose TikTok account is not here yet, and shows what became of such invitations. */
export function InviteHandle({ influencerId }: { influencerId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [handle, setHandle] = useState('');
  const invites = useQuery({
    queryKey: ['admin', 'ttcm-invites', influencerId],
    queryFn: () => answerOf(api.GET('/v1/ttcm-invites', { params: { query: { influencerId } } })),
    refetchInterval: 30_000,
  });
  const invite = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/ttcm-invites', { body: { influencerId, handle } })),
    onSuccess: () => setHandle(''),
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    invite.mutate();
  };
  const waiting = invites.data?.items.filter(({ socialAccountId }) => socialAccountId === null) ?? [];
  return (
    <Card withBorder component="section" aria-label={t('admin.inviteHandle')}>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {t('admin.inviteHandle')}
        </Title>
        <Text size="sm">{t('admin.inviteHandleText')}</Text>
        {waiting.map(({ id, handle: whom, state, failedRules }) => (
          <div key={id}>
            <Text size="sm">{t(`admin.inviteWaits.${state}`, { handle: whom })}</Text>
            {failedRules.length > 0 && (
              <Text size="xs" c="dimmed">
                {failedRules.map(failedRuleText).join(' ')}
              </Text>
            )}
            {state === 'BY_HAND' && <InviteSteps handle={whom} />}
          </div>
        ))}
        <form onSubmit={submit}>
          <Group align="end">
            <TextInput
              required
              maxLength={25}
              label={t('admin.handle')}
              value={handle}
              onChange={(event) => setHandle(event.currentTarget.value)}
            />
            <Button type="submit" variant="default" loading={invite.isPending}>
              {t('admin.invite')}
            </Button>
          </Group>
        </form>
        {invite.error && <ProblemNotice error={invite.error} />}
      </Stack>
    </Card>
  );
}
