import { useTranslation } from 'react-i18next';
import { useCauseText } from '../../../components/use-cause-text';
import type { MissingAccounts } from '../../../domain/daily-chart';

/** Why nothing was collected: what a run met, or what became of the account's state. */
export function useGapText() {
  const { t, i18n } = useTranslation();
  const causeText = useCauseText();
  return (cause: string): string => {
    const key = `data.gapCause.${cause}`;
    return i18n.exists(key) ? t(key as 'data.gapCause.throttled') : causeText(cause);
  };
}

/** What a sum over accounts lacks, one sentence for each cause. */
export function useMissingText() {
  const { t } = useTranslation();
  const gapText = useGapText();
  return (missing: readonly MissingAccounts[] = []): string[] =>
    missing.map(({ cause, accounts }) => t('data.accountsMissing', { count: accounts, cause: gapText(cause) }));
}
