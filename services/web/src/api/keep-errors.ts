import type { QueryCache } from '@tanstack/react-query';
import { ProblemError } from './problem';

/**
 * What could not be got and passes by itself stays told while it is asked for once more: the library would forget it at
 * each try, and a page swap its notice for the sign of loading and back, which is announced anew each time.
 */
export function keepErrors(cache: QueryCache): void {
  const last = new WeakMap<object, ProblemError>();
  cache.subscribe((event) => {
    if (event.type !== 'updated') return;
    const { query, action } = event;
    if (action.type === 'error' && action.error instanceof ProblemError && action.error.passes)
      last.set(query, action.error);
    else if (action.type === 'error' || action.type === 'success') last.delete(query);
    const error = last.get(query);
    if (action.type === 'fetch' && error && query.state.data === undefined) query.setState({ status: 'error', error });
  });
}
