import { Alert, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';

/** Applicants have nothing to sign in with: what brings them back is their link. */
export function SessionOver({ step }: { step: 'accounts' | 'details' }) {
  const { t } = useTranslation();
  return (
    <Alert role="alert" color="red" icon={<IconAlertTriangle aria-hidden />} title={t('apply.over')}>
      <Text size="sm">{t(`apply.overText.${step}`)}</Text>
    </Alert>
  );
}
