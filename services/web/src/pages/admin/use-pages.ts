import { useInfiniteQuery } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { List } from '../../api/types';

/** A list of the API, page after page. Keys begin with `admin`, so that live updates read them again. */
export function usePages<T>(path: string, enabled = true) {
  const separator = path.includes('?') ? '&' : '?';
  const query = useInfiniteQuery({
    queryKey: ['admin', path],
    queryFn: ({ pageParam }) => api.get<List<T>>(pageParam ? `${path}${separator}cursor=${pageParam}` : path),
    initialPageParam: '',
    getNextPageParam: (page) => page.nextCursor,
    // What was there stays on the page while a changed filter is being answered.
    placeholderData: (before) => before,
    enabled,
  });
  return { ...query, items: query.data?.pages.flatMap((page) => page.items) };
}
