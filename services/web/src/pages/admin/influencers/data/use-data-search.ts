import { useNavigate, useSearch } from '@tanstack/react-router';
import { viewOf, withView, type View } from '../../charts/chart-search';
import type { DataChart, DataSearch } from '../profile-tabs';

/** What the data tab shows, out of the address and back into it. */
export function useDataSearch() {
  const from = '/admin/influencers/$id';
  const search = useSearch({ from });
  const navigate = useNavigate({ from });
  const change = (changed: DataSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  return {
    search,
    change,
    view: (chart: DataChart): View => viewOf(search.tables, chart),
    setView: (chart: DataChart, view: View) =>
      void navigate({
        search: ({ tables, ...before }) => ({ ...before, ...withView(tables, chart, view) }),
        replace: true,
        resetScroll: false,
      }),
  };
}
