import {
  Alert,
  Button,
  Code,
  FileInput,
  Group,
  List,
  Progress,
  SegmentedControl,
  Stack,
  Text,
  Title,
} from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import type { ImportedVendorRow } from '../../../api/admin-types';
import { TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { neededText } from '../../../components/form/schemas';
import { useSchemaForm } from '../../../components/form/use-schema-form';
import { HelpLink } from '../../../components/help-link';
import { ProblemNotice } from '../../../components/problem-notice';
import { useUnsent } from '../../../components/unsent';
import { refusedRowText } from '../../../domain/refused-row';
import { vendorParts, type VendorKind, type VendorPart } from '../../../domain/vendor-file';
import { useVendorImport } from './use-vendor-import';

const examples: Record<VendorKind, string> = {
  figures: 'social_account_id,platform_post_id,posted_at,permalink,followers,views',
  contacts: 'platform,handle,email,instagram,tiktok,youtube',
};
const kinds = ['figures', 'contacts'] as const;
/** More than these are said to be more. */
const shownRefusals = 100;

const schema = z.object({ vendor: neededText(100) });

export function VendorImport() {
  const { t } = useTranslation();
  const [kind, setKind] = useState<VendorKind>('figures');
  const form = useSchemaForm(schema, { vendor: '' });
  const [file, setFile] = useState<File | null>(null);
  const [parts, setParts] = useState<readonly VendorPart[]>();
  const { run, rows, reset } = useVendorImport();
  useUnsent(() => file !== null && !run.isSuccess);
  const unreadable = file !== null && parts?.length === 0;
  const choose = (next: File | null) => {
    setFile(next);
    setParts(undefined);
    reset();
    void next?.text().then((text) => setParts(partsOf(text)));
  };
  const submit = ({ vendor }: z.output<typeof schema>) => {
    if (parts && parts.length > 0) run.mutate({ kind, vendor, parts });
  };
  const total = parts?.reduce((sum, part) => sum + part.rows, 0) ?? 0;
  const begun = run.isPending || rows.length > 0;
  return (
    <Stack gap="sm" maw={640} component="section" aria-label={t('vendor.importTitle')}>
      <Title order={2} size="h3">
        {t('vendor.importTitle')}
      </Title>
      <Text size="sm">{t('vendor.text')}</Text>
      <SegmentedControl
        aria-label={t('vendor.kind')}
        value={kind}
        disabled={begun}
        data={kinds.map((value) => ({ value, label: t(`vendor.kindOf.${value}`) }))}
        onChange={(value) => setKind(value as VendorKind)}
        style={{ alignSelf: 'flex-start' }}
      />
      <Text size="sm">{t(`vendor.columns.${kind}`)}</Text>
      <Code block style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
        {examples[kind]}
      </Code>
      <Text size="sm">{t(`vendor.where.${kind}`)}</Text>
      <HelpLink topic="vendor-data" />
      <Form form={form} error={run.error} onSubmit={submit}>
        <Stack gap="sm">
          <TextField
            required
            name="vendor"
            label={t('vendor.vendor')}
            description={t('vendor.vendorText')}
            readOnly={begun}
          />
          <FileInput
            required
            label={t('vendor.file')}
            placeholder={t('import.choose')}
            accept=".csv,.json,text/csv,application/json"
            value={file}
            disabled={run.isPending}
            error={unreadable ? t('vendor.unreadable') : undefined}
            onChange={choose}
          />
          {begun && (
            <>
              <Progress aria-label={t('vendor.progress')} value={total === 0 ? 0 : (100 * rows.length) / total} />
              <Text size="sm" role="status">
                {t(run.isSuccess ? 'vendor.done' : 'vendor.soFar', { ...countsOf(rows), rows: rows.length, total })}
              </Text>
            </>
          )}
          {run.error && <ProblemNotice error={run.error} />}
          <Refusals rows={rows} />
          <Group>
            {run.isSuccess ? (
              <Button variant="default" onClick={() => choose(null)}>
                {t('vendor.another')}
              </Button>
            ) : (
              <Button type="submit" loading={run.isPending} disabled={!parts || parts.length === 0}>
                {run.isError
                  ? t('vendor.goOn')
                  : total === 0
                    ? t('vendor.begin')
                    : t('vendor.import', { count: total })}
              </Button>
            )}
          </Group>
        </Stack>
      </Form>
    </Stack>
  );
}

/** Every row that was refused, with its reason; what was stored needs no words. */
function Refusals({ rows }: { rows: readonly ImportedVendorRow[] }) {
  const { t } = useTranslation();
  const refused = rows.filter(({ outcome }) => outcome === 'refused');
  if (refused.length === 0) return null;
  return (
    <Alert color="orange" title={t('vendor.refused', { count: refused.length })}>
      <div role="group" tabIndex={0} aria-label={t('vendor.refusedRows')} style={{ maxHeight: 260, overflowY: 'auto' }}>
        <List size="sm">
          {refused.slice(0, shownRefusals).map((row) => (
            <List.Item key={row.line}>{`${t('vendor.line', { line: row.line })}: ${refusedRowText(row)}`}</List.Item>
          ))}
        </List>
      </div>
      {refused.length > shownRefusals && (
        <Text size="sm">{t('vendor.moreRefused', { count: refused.length - shownRefusals })}</Text>
      )}
    </Alert>
  );
}

/** Nothing: the file can not be read. */
function partsOf(text: string): VendorPart[] {
  try {
    return vendorParts(text);
  } catch {
    return [];
  }
}

const countsOf = (rows: readonly ImportedVendorRow[]) => {
  const stored = rows.filter(({ outcome }) => outcome === 'stored').length;
  return { stored, refused: rows.length - stored };
};
