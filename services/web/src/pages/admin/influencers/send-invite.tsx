import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleX, IconHelpCircle } from '@tabler/icons-react';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Eligibility } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import type { SocialAccount } from '../../../api/types';
import { HelpLink } from '../../../components/help-link';
import { Loading } from '../../../components/loading';
import { Modal } from '../../../components/modal';
import { ProblemNotice } from '../../../components/problem-notice';
import { ruleText } from '../../../domain/marketplace-rule';
import { formatDay } from '../../../i18n';

/** Shows every rule as met, not met or not known before an invitation, which TikTok decides once and for good. */
export function SendInvite({ account: { id, handle } }: { account: SocialAccount }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [asked, setAsked] = useState(false);
  const eligibility = useQuery({
    queryKey: ['eligibility', id],
    queryFn: () => answerOf(api.GET('/v1/ttcm-eligibility', { params: { query: { socialAccountId: id } } })),
    enabled: asked,
    staleTime: 0,
  });
  const invite = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/ttcm-invites', { body: { socialAccountId: id } })),
    onSuccess: () => setAsked(false),
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  const mayBeInvited = eligibility.data?.mayBeInvited !== false;
  return (
    <>
      <Button
        size="xs"
        variant="default"
        aria-label={t('admin.inviteWhom', { handle })}
        onClick={() => {
          invite.reset();
          setAsked(true);
        }}
      >
        {t('admin.invite')}
      </Button>
      {invite.data && invite.data.state !== 'BY_HAND' && <Alert role="status">{t('admin.invited')}</Alert>}
      <Modal
        opened={asked}
        onClose={() => setAsked(false)}
        title={t(mayBeInvited ? 'eligibility.title' : 'eligibility.refused', { handle })}
      >
        <Stack gap="sm">
          {eligibility.error && <ProblemNotice error={eligibility.error} onRetry={() => void eligibility.refetch()} />}
          {eligibility.isPending && <Loading />}
          {eligibility.data && <Rules eligibility={eligibility.data} />}
          <HelpLink topic="marketplace" w="fit-content" />
          {invite.error && <ProblemNotice error={invite.error} />}
          <Group>
            {mayBeInvited && (
              <Button disabled={!eligibility.data} loading={invite.isPending} onClick={() => invite.mutate()}>
                {t('admin.invite')}
              </Button>
            )}
            <Button variant="default" onClick={() => setAsked(false)} data-autofocus>
              {t('app.cancel')}
            </Button>
          </Group>
        </Stack>
      </Modal>
    </>
  );
}

const looks = {
  met: { Icon: IconCircleCheck, color: 'var(--mantine-color-teal-text)' },
  not_met: { Icon: IconCircleX, color: 'var(--mantine-color-error)' },
  unknown: { Icon: IconHelpCircle, color: 'var(--mantine-color-dimmed)' },
} as const;

function Rules({ eligibility: { mayBeInvited, rules, rulesOf } }: { eligibility: Eligibility }) {
  const { t } = useTranslation();
  return (
    <>
      <Text size="sm">{t(mayBeInvited ? 'eligibility.unknownText' : 'eligibility.refusedText')}</Text>
      <List size="sm" spacing="xs" listStyleType="none" aria-label={t('eligibility.rules')}>
        {rules.map((checked) => {
          const { rule, outcome } = checked;
          const { Icon, color } = looks[outcome];
          return (
            <List.Item key={rule} icon={<Icon size={20} color={color} aria-hidden />}>
              <Text size="sm" fw={600}>
                {t(`eligibility.${outcome}`)}
              </Text>
              <Text size="sm">{ruleText(checked)}</Text>
            </List.Item>
          );
        })}
      </List>
      <Text size="xs" c="dimmed">
        {t('eligibility.of', { day: formatDay(rulesOf) })}
      </Text>
    </>
  );
}
