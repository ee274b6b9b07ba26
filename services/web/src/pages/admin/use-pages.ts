import { useInfiniteQuery } from '@tanstack/react-query';

interface Page<T> {
  items: T[];
  nextCursor: string | null;
}

/** A list of the API, page after page. Keys begin with `admin`, so that live updates read them again. */
export function usePages<T>(
  key: readonly unknown[],
  read: (page: { cursor?: string }) => Promise<Page<T>>,
  enabled = true,
) {
  const query = useInfiniteQuery({
    queryKey: ['admin', ...key],
    queryFn: ({ pageParam }) => read(pageParam === null ? {} : { cursor: pageParam }),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
    // What was there stays on the page while a changed filter is being answered.
    placeholderData: (before) => before,
    enabled,
  });
  const fetchNextPage = async () => {
    const shown = query.data?.pages.length;
    let now = await query.fetchNextPage();
    // News that come meanwhile have everything that is shown read anew, and the press would be lost over it.
    while (now.isSuccess && now.hasNextPage && now.data.pages.length === shown) now = await query.fetchNextPage();
  };
  return { ...query, fetchNextPage, items: query.data?.pages.flatMap((page) => page.items) };
}
