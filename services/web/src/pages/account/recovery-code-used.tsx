import { Alert, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { TextLink } from '../../components/links';

/** After a sign-in with one of them: it is spent, and whoever has lost their phone has a few ways in left. */
export function RecoveryCodeUsed({ onClose }: { onClose(): void }) {
  const { t } = useTranslation();
  const { data } = useQuery({ queryKey: ['second-factor'], queryFn: () => answerOf(api.GET('/v1/second-factor')) });
  return (
    <Alert
      role="status"
      color="orange"
      title={t('secondFactor.recoveryUsed')}
      withCloseButton
      closeButtonLabel={t('app.close')}
      onClose={onClose}
    >
      <Text size="sm">{data && t('secondFactor.recoveryLeft', { count: data.recoveryCodesLeft })}</Text>
      <Text size="sm">{t('secondFactor.recoveryText')}</Text>
      <TextLink to="/admin/settings" search={{ tab: 'security' }} size="sm" underline="always" c="inherit">
        {t('settings.security')}
      </TextLink>
    </Alert>
  );
}
