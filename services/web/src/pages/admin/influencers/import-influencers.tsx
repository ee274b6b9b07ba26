import { Alert, Button, Card, FileInput, Group, Progress, Stack, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportProgress, ImportResult } from '../../../api/admin-types';
import { TextLink } from '../../../components/links';
import { ProblemNotice } from '../../../components/problem-notice';
import { useUnsent } from '../../../components/unsent';
import { refusedRowText } from '../../../domain/refused-row';
import { formatNumber } from '../../../i18n';
import { RowList } from './row-list';
import { useImport } from './use-import';

/** First says what would happen, then does it; each row is told, by its reason or with a link to whom it added. */
export function ImportInfluencers({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const [file, setFile] = useState<File | null>(null);
  const { run, progress, leave } = useImport(file);
  const done = run.isSuccess && run.variables === false;
  useUnsent(() => file !== null && !done);
  return (
    <Card withBorder>
      <Stack gap="sm">
        <Text size="sm">{t('import.text')}</Text>
        <FileInput
          label={t('import.file')}
          placeholder={t('import.choose')}
          accept=".csv,text/csv"
          value={file}
          disabled={run.isPending}
          onChange={(next) => {
            setFile(next);
            run.reset();
          }}
        />
        {run.isPending && progress && <Going progress={progress} dryRun={run.variables} />}
        {run.error && <ProblemNotice error={run.error} />}
        {run.data && <Outcome result={run.data} done={done} />}
        <Group>
          {!done && (
            <Button
              disabled={!file || (run.isSuccess && run.data.added === 0)}
              loading={run.isPending}
              onClick={() => run.mutate(!run.isSuccess)}
            >
              {run.isSuccess ? t('import.run', { count: run.data.added }) : t('import.check')}
            </Button>
          )}
          <Button
            variant="default"
            onClick={() => {
              leave();
              onClose();
            }}
          >
            {t(done ? 'app.close' : 'app.cancel')}
          </Button>
        </Group>
      </Stack>
    </Card>
  );
}

function Going({ progress: { stage, done, all }, dryRun }: { progress: ImportProgress; dryRun: boolean }) {
  const { t } = useTranslation();
  const doing = stage === 'adding' && dryRun ? 'checking' : stage;
  return (
    <>
      <Progress aria-label={t('import.progress')} value={(100 * done) / all} />
      <Text size="sm">{t(`import.going.${doing}`, { done: formatNumber(done), all: formatNumber(all) })}</Text>
    </>
  );
}

function Outcome({ result: { added, refused, rows }, done }: { result: ImportResult; done: boolean }) {
  const { t } = useTranslation();
  const rowsOf = (wanted: ImportResult['rows'][number]['outcome']) => rows.filter(({ outcome }) => outcome === wanted);
  const stage = done ? 'did' : 'would';
  return (
    <>
      <Alert role="status" title={t(done ? 'import.done' : 'import.preview', { added, refused })} />
      <RowList title={t(`import.${stage}.refuse`)} rows={rowsOf('refused')} text={refusedRowText} />
      <RowList
        title={t(`import.${stage}.add`)}
        rows={rowsOf('added')}
        text={({ influencerId, name }) =>
          influencerId ? (
            <TextLink to="/admin/influencers/$id" params={{ id: influencerId }} size="sm" underline="always">
              {name}
            </TextLink>
          ) : (
            name
          )
        }
      />
    </>
  );
}
