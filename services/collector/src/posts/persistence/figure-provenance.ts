import type { Metric } from '@creator-connect/contracts';
import type { Provenance } from '../../vendor-data/domain/vendor-record';

/** A figure that is not of the same source as its record. */
export interface MetricView extends Metric {
  provenance?: Provenance;
}

/** How a stored figure is marked: those of the marketplace may stand beside those of a grant. */
export const fromOf = (provenance: Provenance): { from?: 'ttcm' } => (provenance === 'ttcm' ? { from: 'ttcm' } : {});

/** An unmarked figure of a record that now comes from the marketplace is left of an earlier grant. */
export function viewOf({ from, ...metric }: Metric & { from?: 'ttcm' }, record: Provenance): MetricView {
  const provenance = from ?? (record === 'ttcm' ? 'own_grant' : record);
  return provenance === record ? metric : { ...metric, provenance };
}
