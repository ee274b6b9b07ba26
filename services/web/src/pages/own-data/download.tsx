import { Button, Group, Progress, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { ProblemNotice } from '../../components/problem-notice';
import { useProof } from '../../components/step-up';
import { useDownload } from '../../components/use-download';
import { formatDate, formatSize } from '../../i18n';
import { Section } from './section';

const queryKey = ['own-export'];

/** Everything, in one archive: prepared while one waits or does something else, and downloaded once. */
export function Download() {
  const { t } = useTranslation();
  const withProof = useProof();
  const queries = useQueryClient();
  const [saved, setSaved] = useState(false);
  const current = useQuery({
    queryKey,
    queryFn: () => answerOf(api.GET('/v1/own-data/exports/current')),
    refetchInterval: ({ state }) => {
      const status = state.data?.export?.status;
      // The service notes a download when its last byte has left, which the browser may know a moment earlier.
      return isUnderWay(status) || (saved && status === 'ready') ? 1_000 : false;
    },
  });
  const refresh = () => queries.invalidateQueries({ queryKey });
  const prepare = useMutation({
    mutationFn: () => withProof(() => answerOf(api.POST('/v1/own-data/exports'))),
    onSuccess: async () => {
      setSaved(false);
      await refresh();
    },
  });
  const download = useDownload();
  const fetchFile = () =>
    download.mutate('/v1/own-data/exports/current/file', {
      onSuccess: async () => {
        setSaved(true);
        await refresh();
      },
    });
  const found = current.data?.export;
  const status = found?.status;
  const error = download.error ?? prepare.error ?? current.error;
  return (
    <Section title={t('ownData.download')}>
      <Text size="sm">{t('ownData.downloadText')}</Text>
      <Text size="sm" role="status">
        {found && isUnderWay(status) && t('ownData.preparing', found.progress)}
        {found &&
          status === 'ready' &&
          t('ownData.ready', { size: formatSize(found.bytes), date: formatDate(found.expiresAt) })}
        {status === 'fetched' && t('ownData.fetched')}
        {status === 'failed' && t('ownData.failed')}
      </Text>
      {found && isUnderWay(status) && (
        <Progress aria-label={t('ownData.download')} value={(100 * found.progress.done) / found.progress.total} />
      )}
      <Group>
        {status === 'ready' && (
          <Button loading={download.isPending} onClick={fetchFile}>
            {t('ownData.fetch')}
          </Button>
        )}
        {status !== 'ready' && !isUnderWay(status) && (
          <Button variant="default" loading={prepare.isPending} onClick={() => prepare.mutate()}>
            {t('ownData.prepare')}
          </Button>
        )}
      </Group>
      {error && <ProblemNotice error={error} />}
    </Section>
  );
}

const isUnderWay = (status: string | undefined) => status === 'gathering' || status === 'running';
