import { SegmentedControl } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { View } from './chart-search';

/** Whatever is drawn can be read as a table as well. */
export function ViewChoice({ what, view, onChange }: { what: string; view: View; onChange: (view: View) => void }) {
  const { t } = useTranslation();
  return (
    <SegmentedControl
      size="xs"
      aria-label={t('data.show', { what })}
      value={view}
      onChange={(value) => onChange(value as View)}
      data={[
        { value: 'chart', label: t('data.chart') },
        { value: 'table', label: t('data.table') },
      ]}
    />
  );
}
