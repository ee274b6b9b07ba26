import { Radio, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { DigestFrequency } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { NoSender } from '../links/no-sender';

const frequencies: DigestFrequency[] = ['daily', 'weekly', 'off'];

/** How often this member is mailed which accounts need their owner. */
export function DigestSetting() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const setting = useQuery({
    queryKey: ['admin', 'digest-setting'],
    queryFn: () => answerOf(api.GET('/v1/digest-setting')),
  });
  const choose = useMutation({
    mutationFn: (frequency: DigestFrequency) => answerOf(api.PUT('/v1/digest-setting', { body: { frequency } })),
    onSuccess: (chosen) => queries.setQueryData(['admin', 'digest-setting'], chosen),
  });
  const error = setting.error ?? choose.error;
  return (
    <Stack gap="md" maw={560} mt="md" component="section" aria-label={t('digest.title')}>
      <Title order={2} size="h3">
        {t('digest.title')}
      </Title>
      <NoSender />
      {error && <ProblemNotice error={error} />}
      {!setting.data && !error && <Loading />}
      {setting.data && (
        <Radio.Group
          label={t('digest.often')}
          description={t('digest.text')}
          value={choose.isPending ? choose.variables : setting.data.frequency}
          onChange={(frequency) => choose.mutate(frequency as DigestFrequency)}
        >
          <Stack gap="xs" mt="xs">
            {frequencies.map((frequency) => (
              <Radio key={frequency} value={frequency} label={t(`digest.frequency.${frequency}`)} />
            ))}
          </Stack>
        </Radio.Group>
      )}
      <Text size="sm" role="status">
        {choose.isSuccess && t('digest.saved')}
      </Text>
    </Stack>
  );
}
