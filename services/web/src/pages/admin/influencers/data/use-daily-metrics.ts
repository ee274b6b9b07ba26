import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../../api/client';
import type { Range } from '../../charts/chart-search';

/** Days are the reader's. */
export const timeZone = new Intl.DateTimeFormat().resolvedOptions().timeZone;

export function useDailyMetrics(accountId: string, days: Range) {
  return useQuery({
    queryKey: ['admin', 'metrics', accountId, days],
    queryFn: () =>
      answerOf(
        api.GET('/v1/social-accounts/{id}/metrics/daily', {
          params: { path: { id: accountId }, query: { days, timeZone } },
        }),
      ),
    // Closely while the first figures are awaited.
    refetchInterval: ({ state }) => (state.data?.collectedAt ? 60_000 : 2_000),
    // What was there stays on the page while another range is being answered.
    placeholderData: (before) => before,
  });
}
