import { useTranslation } from 'react-i18next';
import { PasswordField } from '../../components/form/password-field';

export function NewPasswordField({ name }: { name: string }) {
  const { t } = useTranslation();
  return (
    <PasswordField
      required
      name={name}
      label={t('password.new')}
      description={t('password.rule')}
      autoComplete="new-password"
    />
  );
}
