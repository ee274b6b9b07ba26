import { Button, Stack } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../components/problem-notice';
import { useDownload } from '../../../components/use-download';

/** The whole roster as a file, after a fresh proof. */
export function ExportInfluencers() {
  const { t } = useTranslation();
  const download = useDownload();
  return (
    <Stack gap="xs" align="start">
      <Button variant="default" loading={download.isPending} onClick={() => download.mutate('/v1/influencers/export')}>
        {t('roster.export')}
      </Button>
      {download.error && <ProblemNotice error={download.error} />}
    </Stack>
  );
}
