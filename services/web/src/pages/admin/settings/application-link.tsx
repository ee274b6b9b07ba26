import { Anchor, Badge, Button, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InfluencerGroup } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { Confirm } from '../../../components/confirm';
import { ProblemNotice } from '../../../components/problem-notice';
import { useCopy } from '../../../components/use-copy';
import { CopyByHand } from '../links/copy-by-hand';
import { useRole } from '../use-role';

/** Where new creators apply to a group: to copy, to close, and to give another address. */
export function ApplicationLink({ group: { id, name, applicationLink } }: { group: InfluencerGroup }) {
  const { t } = useTranslation();
  const { mayChange } = useRole();
  const queries = useQueryClient();
  const { copy, copied, byHand, text } = useCopy();
  const [asked, setAsked] = useState(false);
  const { url, open } = applicationLink;
  const refresh = () => queries.invalidateQueries({ queryKey: ['admin', 'groups'] });
  const ofGroup = { params: { path: { id } } };
  const change = useMutation({
    mutationFn: () =>
      answerOf(api.PUT('/v1/influencer-groups/{id}/application-link', { ...ofGroup, body: { open: !open } })),
    onSettled: refresh,
  });
  const renew = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/influencer-groups/{id}/application-link/renewals', ofGroup)),
    onSuccess: () => setAsked(false),
    onSettled: refresh,
  });
  return (
    <Stack gap="xs">
      <Group gap="xs">
        <Badge tt="none" variant="default">
          {t(open ? 'groups.link.open' : 'groups.link.closed')}
        </Badge>
        <Anchor href={url} size="sm" style={{ overflowWrap: 'anywhere', minWidth: 0 }}>
          {url.replace(/^https?:\/\//, '')}
        </Anchor>
      </Group>
      <Group gap="xs">
        <Button
          size="xs"
          variant="default"
          disabled={!open}
          aria-label={t('groups.link.copyWhich', { name })}
          onClick={() => void copy(url)}
        >
          {t('admin.copy')}
        </Button>
        {mayChange && (
          <>
            <Button
              size="xs"
              variant="default"
              loading={change.isPending}
              aria-label={t(open ? 'groups.link.closeWhich' : 'groups.link.openWhich', { name })}
              onClick={() => change.mutate()}
            >
              {t(open ? 'groups.link.close' : 'groups.link.reopen')}
            </Button>
            <Button
              size="xs"
              variant="default"
              aria-label={t('groups.link.renewWhich', { name })}
              onClick={() => setAsked(true)}
            >
              {t('groups.link.renew')}
            </Button>
          </>
        )}
        <Text size="sm" role="status">
          {copied && text === url && t('groups.link.copied')}
        </Text>
      </Group>
      {byHand === url && <CopyByHand text={url} />}
      {change.error && <ProblemNotice error={change.error} />}
      <Confirm
        opened={asked}
        title={t('groups.link.renewTitle', { name })}
        action={t('groups.link.renew')}
        busy={renew.isPending}
        error={renew.error}
        onConfirm={() => renew.mutate()}
        onClose={() => setAsked(false)}
      >
        <Text size="sm">{t('groups.link.renewText')}</Text>
      </Confirm>
    </Stack>
  );
}
