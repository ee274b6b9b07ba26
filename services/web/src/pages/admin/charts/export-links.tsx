import { Button, Group } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

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
export function ExportLinks({ from, table, what, query = {} }: Props) {
  const { t } = useTranslation();
  return (
    <Group gap="xs">
      {formats.map(([format, name]) => (
        <Button
          key={format}
          component="a"
          href={`${from}/exports/${table}?${new URLSearchParams({ ...query, format })}`}
          download
          variant="default"
          size="xs"
          leftSection={<IconDownload size={14} aria-hidden />}
          aria-label={t('data.export', { what, format: name })}
        >
          {name}
        </Button>
      ))}
    </Group>
  );
}
