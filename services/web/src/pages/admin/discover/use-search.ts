import { skipToken, useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import type { FoundReports } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import type { Platform } from '../../../api/types';
import { reportQuery } from '../reports/report-query';

export interface Search {
  platform: Platform;
  way: 'handle' | 'keyword';
  words: string;
}
export interface Found extends Pick<FoundReports, 'reason'> {
  search: Search;
  reportIds: string[];
}

const lastKey = ['discovered'];

/** Searches, and remembers the last answer: whoever comes back from a report does not pay for the search again. */
export function useSearch() {
  const queries = useQueryClient();
  const last = useQuery<Found>({ queryKey: lastKey, queryFn: skipToken });
  const ask = useMutation({
    mutationFn: ({ platform, way, words }: Search) =>
      answerOf(api.POST('/v1/discovery/searches', { body: { platform, [way]: words } })),
    onMutate: () => queries.removeQueries({ queryKey: lastKey }),
    onSuccess: async ({ items, reason }, search) => {
      for (const report of items) queries.setQueryData(reportQuery(report.id).queryKey, report);
      queries.setQueryData<Found>(lastKey, { search, reason, reportIds: items.map(({ id }) => id) });
      await queries.invalidateQueries({ queryKey: ['admin', 'reports'] });
    },
    // A platform that refused or asked to wait says so in its state.
    onError: () => queries.invalidateQueries({ queryKey: ['admin', 'discovery-sources'] }),
  });
  return { ask, found: last.data };
}
