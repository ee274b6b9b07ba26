import { Button, Group, Stack } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import { ProblemNotice } from '../../../components/problem-notice';
import { useDownload } from '../../../components/use-download';

const formats = [
  ['csv', 'CSV'],
  ['parquet', 'Parquet'],
] as const;

interface Props {
  /** Whose tables: the address before the name of one. */
  from: string;
  table: string;
  /** What is downloaded, in words. */
  what: string;
  query?: Record<string, string>;
}

/** The same figures as files. */
export function ExportButtons({ from, table, what, query = {} }: Props) {
  const { t } = useTranslation();
  const download = useDownload();
  return (
    <Stack gap="xs">
      <Group gap="xs">
        {formats.map(([format, name]) => {
          const address = `${from}/exports/${table}?${new URLSearchParams({ ...query, format })}`;
          return (
            <Button
              key={format}
              onClick={() => download.mutate(address)}
              loading={download.isPending && download.variables === address}
              variant="default"
              size="xs"
              leftSection={<IconDownload size={14} aria-hidden />}
              aria-label={t('data.export', { what, format: name })}
            >
              {name}
            </Button>
          );
        })}
      </Group>
      {download.error && <ProblemNotice error={download.error} />}
    </Stack>
  );
}
