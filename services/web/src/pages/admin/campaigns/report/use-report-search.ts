import { useNavigate, useSearch } from '@tanstack/react-router';
import { viewOf, withView, type View } from '../../charts/chart-search';
import type { ReportChart, ReportSearch } from '../campaign-tabs';

/** What the report shows, out of the address and back into it. */
export function useReportSearch() {
  const from = '/admin/campaigns/$id';
  const search = useSearch({ from });
  const navigate = useNavigate({ from });
  const change = (changed: ReportSearch) =>
    void navigate({ search: (before) => ({ ...before, ...changed }), replace: true, resetScroll: false });
  return {
    search,
    change,
    view: (chart: ReportChart): View => viewOf(search.tables, chart),
    setView: (chart: ReportChart, view: View) =>
      void navigate({
        search: ({ tables, ...before }) => ({ ...before, ...withView(tables, chart, view) }),
        replace: true,
        resetScroll: false,
      }),
  };
}
