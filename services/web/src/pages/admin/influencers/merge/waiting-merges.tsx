import { Alert, Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Influencer } from '../../../../api/admin-types';
import { answerOf, api } from '../../../../api/client';
import { TextLink } from '../../../../components/links';
import { ProblemNotice } from '../../../../components/problem-notice';
import { formatDate } from '../../../../i18n';
import { useMerges } from './use-merges';

/** What a person is asked about this entry, with the way to take the question back, or has said no to. */
export function WaitingMerges({ influencer, mayChange }: { influencer: Influencer; mayChange: boolean }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const { data } = useMerges(influencer.id);
  const withdraw = useMutation({
    mutationFn: (id: string) =>
      answerOf(api.DELETE('/v1/influencers/{id}/merge-proposal', { params: { path: { id } } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin', 'merges'] }),
  });
  return data?.proposals.map(({ influencerId, keptId, proposedAt, declinedAt }) => {
    const goes = influencerId === influencer.id;
    const date = formatDate(declinedAt ?? proposedAt);
    return (
      <Alert
        key={influencerId}
        color={declinedAt ? 'gray' : 'yellow'}
        title={t(declinedAt ? 'merge.declined' : 'merge.waiting')}
      >
        <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
          {declinedAt
            ? t(goes ? 'merge.declinedGoes' : 'merge.declinedStays', { date })
            : goes
              ? t('merge.waitingGoes', { date, email: influencer.email })
              : t('merge.waitingStays', { date })}
        </Text>
        {withdraw.error && <ProblemNotice error={withdraw.error} />}
        <Group mt="xs">
          <TextLink
            to="/admin/influencers/$id"
            params={{ id: goes ? keptId : influencerId }}
            search={{}}
            size="sm"
            underline="always"
          >
            {t('merge.other')}
          </TextLink>
          {mayChange && !declinedAt && (
            <Button
              size="xs"
              variant="default"
              loading={withdraw.isPending}
              onClick={() => withdraw.mutate(influencerId)}
            >
              {t('merge.withdraw')}
            </Button>
          )}
        </Group>
      </Alert>
    );
  });
}
