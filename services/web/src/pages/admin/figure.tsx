import { useTranslation } from 'react-i18next';
import { formatNumber } from '../../i18n';

/** A figure that the platform did not give is a dash and never a zero. */
export function Figure({ value }: { value: number | null | undefined }) {
  const { t } = useTranslation();
  if (value !== null && value !== undefined) return formatNumber(value);
  return (
    <span role="img" aria-label={t('posts.unknown')}>
      –
    </span>
  );
}
