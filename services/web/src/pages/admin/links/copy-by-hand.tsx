import { Textarea } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function CopyByHand({ text, label }: { text: string; label?: string }) {
  const { t } = useTranslation();
  return (
    <Textarea
      readOnly
      autosize
      maxRows={8}
      label={label ?? t('admin.copyByHand')}
      value={text}
      onFocus={(event) => event.currentTarget.select()}
    />
  );
}
