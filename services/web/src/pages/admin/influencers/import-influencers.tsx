import { Alert, Button, Card, FileInput, Group, Stack, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { ImportResult } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { TextLink } from '../../../components/links';
import { ProblemNotice } from '../../../components/problem-notice';
import { useUnsent } from '../../../components/unsent';
import { refusedRowText } from '../../../domain/refused-row';
import { RowList } from './row-list';

/** First says what would happen, then does it; each row is told, by its reason or with a link to whom it added. */
export function ImportInfluencers({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [file, setFile] = useState<File | null>(null);
  const run = useMutation({
    mutationFn: async (dryRun: boolean) =>
      answerOf(api.POST('/v1/influencers/imports', { body: { csv: (await file?.text()) ?? '', dryRun } })),
    onSuccess: (_, dryRun) => (dryRun ? undefined : queries.invalidateQueries({ queryKey: ['admin'] })),
  });
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
          onChange={(next) => {
            setFile(next);
            run.reset();
          }}
        />
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
          <Button variant="default" onClick={onClose}>
            {t(done ? 'app.close' : 'app.cancel')}
          </Button>
        </Group>
      </Stack>
    </Card>
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
