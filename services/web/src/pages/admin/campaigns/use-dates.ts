import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../api/admin-types';
import { formatDay } from '../../../i18n';

export function useDates() {
  const { t } = useTranslation();
  return ({ startsOn, endsOn }: Pick<Campaign, 'startsOn' | 'endsOn'>): string => {
    if (startsOn && endsOn) return t('campaigns.between', { from: formatDay(startsOn), to: formatDay(endsOn) });
    if (startsOn) return t('campaigns.from', { from: formatDay(startsOn) });
    if (endsOn) return t('campaigns.until', { to: formatDay(endsOn) });
    return t('campaigns.open');
  };
}
