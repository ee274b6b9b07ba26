import { PasswordInput } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export function NewPasswordField({ value, onChange }: { value: string; onChange(value: string): void }) {
  const { t } = useTranslation();
  return (
    <PasswordInput
      required
      label={t('password.new')}
      description={t('password.rule')}
      autoComplete="new-password"
      minLength={15}
      maxLength={128}
      value={value}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
