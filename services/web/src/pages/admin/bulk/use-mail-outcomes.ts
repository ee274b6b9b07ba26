import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client';
import { isUnderway, noteOutcomes } from './mail-outcomes';
import { useBulkState, type Bulk } from './use-bulk';

/** As long as a mail of the run is on its way, its row is told what becomes of it: at once by live updates, and now and then. */
export function useMailOutcomes(bulk: Bulk): void {
  const { number, kind, run } = bulk;
  const { rows } = useBulkState(bulk);
  useQuery({
    // Begins with `admin`, so that live updates read it again.
    queryKey: ['admin', 'mails-of-run', number],
    queryFn: async () => {
      await noteOutcomes(run, (cursor) => {
        const query = { limit: 100, ...(cursor === undefined ? {} : { cursor }) };
        return answerOf(api.GET('/v1/messages', { params: { query } }));
      });
      return null;
    },
    enabled: kind === 'email' && rows.some(isUnderway),
    refetchInterval: 2_000,
  });
}
