import { useTranslation } from 'react-i18next';
import type { Decision } from '../../../api/operator-types';

export interface Decided {
  what: 'replay' | 'discard';
  result: Decision;
}

/** What came of a decision, in one or two sentences. */
export function useDecisionText(): (decided: Decided) => string {
  const { t } = useTranslation();
  return ({ what, result: { replayed, stoppedAt } }) =>
    [
      what === 'discard' && t('operations.discarded'),
      (what === 'replay' || replayed > 0) && t('operations.replayed', { count: replayed }),
      stoppedAt && t('operations.stopped', { error: `${stoppedAt.errorClass}: ${stoppedAt.message}` }),
    ]
      .filter((sentence) => typeof sentence === 'string')
      .join(' ');
}
