import { Stack, Switch, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { NoticeSetting } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { DigestSetting } from './digest-setting';

/** What the bell and the digest tell this member; the others choose for themselves. */
export function NoticeSettings() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const settings = useQuery({
    queryKey: ['admin', 'notice-settings'],
    queryFn: () => answerOf(api.GET('/v1/notice-settings')),
  });
  const set = useMutation({
    mutationFn: ({ kind, enabled }: NoticeSetting) =>
      answerOf(api.PUT('/v1/notice-settings/{kind}', { params: { path: { kind } }, body: { enabled } })),
    onSuccess: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  const error = settings.error ?? set.error;
  return (
    <Stack gap="md" maw={560}>
      <Title order={2} size="h3">
        {t('noticeSettings.title')}
      </Title>
      <Text size="sm">{t('noticeSettings.text')}</Text>
      {error && <ProblemNotice error={error} />}
      {!settings.data && !error && <Loading />}
      {settings.data?.items.map(({ kind, enabled }) => (
        <Switch
          key={kind}
          label={t(`noticeSettings.kind.${kind}`)}
          checked={set.isPending && set.variables.kind === kind ? set.variables.enabled : enabled}
          onChange={(event) => set.mutate({ kind, enabled: event.currentTarget.checked })}
        />
      ))}
      <DigestSetting />
    </Stack>
  );
}
