import { useQuery } from '@tanstack/react-query';
import type { ComponentType, ReactElement, ReactNode } from 'react';
import { knock } from '../api/connection';
import { offline } from '../api/problem';
import { ProblemNotice } from './problem-notice';

/**
 * A part of a page whose code is fetched when it is first needed. Where it does not come, that is said in its place and it can be
 * asked for again; the page around it, with what was typed there, stays as it is.
 */
export function lazyPart<Props extends object>(
  name: string,
  load: () => Promise<{ default: ComponentType<Props> }>,
  waiting: ReactNode = null,
): (props: Props) => ReactNode {
  const code = {
    queryKey: ['code', name],
    queryFn: () =>
      load().catch(async (error: unknown) => {
        throw (await knock()) ? error : offline();
      }),
    staleTime: Infinity,
    gcTime: Infinity,
  };
  return function Part(props: Props): ReactElement | ReactNode {
    const { data, error, refetch } = useQuery(code);
    if (data) return <data.default {...props} />;
    return error ? <ProblemNotice error={error} onRetry={() => void refetch()} /> : waiting;
  };
}
