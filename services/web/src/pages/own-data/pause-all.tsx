import { Button, Group, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { ownAccountsQuery } from '../../api/own-accounts';
import type { SocialAccount } from '../../api/types';
import { ProblemNotice } from '../../components/problem-notice';
import { Section } from './section';

/** Either is taken back by the other, so nothing is asked before. */
export function PauseAll({ accounts, organisation }: { accounts: readonly SocialAccount[]; organisation: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const pause = useMutation({
    mutationFn: (paused: boolean) =>
      paused ? answerOf(api.PUT('/v1/social-accounts/pause')) : answerOf(api.DELETE('/v1/social-accounts/pause')),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ownAccountsQuery.queryKey });
      await queries.invalidateQueries({ queryKey: ['own-collections'] });
    },
  });
  const count = accounts.filter(({ pausedAt }) => pausedAt !== null).length;
  return (
    <Section title={t('ownData.pause')}>
      <Text size="sm">{t('ownData.pauseText', { organisation })}</Text>
      <Text size="sm" role="status">
        {count > 0 ? t('ownData.paused', { count }) : t('ownData.nonePaused')}
      </Text>
      <Group>
        {count < accounts.length && (
          <Button variant="default" loading={pause.isPending} onClick={() => pause.mutate(true)}>
            {t('ownData.pauseAll')}
          </Button>
        )}
        {count > 0 && (
          <Button loading={pause.isPending} onClick={() => pause.mutate(false)}>
            {t('ownData.resumeAll')}
          </Button>
        )}
      </Group>
      {pause.error && <ProblemNotice error={pause.error} />}
    </Section>
  );
}
