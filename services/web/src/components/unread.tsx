import { Loading } from './loading';
import { PageProblem } from './page-problem';

interface Asked {
  data: unknown;
  error: Error | null;
  refetch(): Promise<unknown>;
}

/**
 * In place of a page until all that it is made of was read, in this order. What is on a page stays there when it can not be read
 * anew, and so does what was typed: whoever has data shows it.
 */
export function Unread({ of }: { of: readonly Asked[] }) {
  const missing = of.find(({ data }) => data === undefined);
  return missing?.error ? <PageProblem error={missing.error} onRetry={() => void missing.refetch()} /> : <Loading />;
}
