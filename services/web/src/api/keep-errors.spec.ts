import { notifyManager, QueryClient, QueryObserver } from '@tanstack/react-query';
import { keepErrors } from './keep-errors';
import { ProblemError } from './problem';

const problem = (status: number) => new ProblemError('x', 'x', 'x', status);

/** As answers come, when a page has drawn what was before. */
const later = async (what: () => Promise<string>) => {
  await new Promise((resolve) => setTimeout(resolve, 10));
  return what();
};

describe('what could not be got, while it is asked for once more', () => {
  let client: QueryClient;
  let answer: () => Promise<string>;
  let observer: QueryObserver<string>;
  let seen: string[];
  let leave: () => void;

  beforeEach(() => {
    client = new QueryClient();
    keepErrors(client.getQueryCache());
    observer = new QueryObserver<string>(client, { queryKey: ['it'], queryFn: () => answer(), retry: false });
    seen = [];
  });
  afterEach(() => {
    leave();
    client.clear();
  });

  /** As a page does, which reads what is there once it hears of something. */
  const watch = async () => {
    const look = () => {
      const { status } = observer.getCurrentResult();
      if (seen.at(-1) !== status) seen.push(status);
    };
    leave = observer.subscribe(notifyManager.batchCalls(look));
    await observer.refetch();
  };

  it('stays told, until there is an answer', async () => {
    answer = () => later(() => Promise.reject(problem(503)));
    await watch();
    await observer.refetch();
    answer = () => later(() => Promise.resolve('there'));
    await observer.refetch();
    await later(() => Promise.resolve(''));
    expect(seen).toEqual(['pending', 'error', 'success']);
    expect(observer.getCurrentResult()).toMatchObject({ data: 'there', error: null });
  });

  it('is told as it is now', async () => {
    answer = () => Promise.reject(problem(503));
    await watch();
    answer = () => Promise.reject(problem(429));
    await observer.refetch();
    expect(observer.getCurrentResult().error).toMatchObject({ status: 429 });
  });

  it('is not kept where it does not pass by itself', async () => {
    answer = () => Promise.reject(problem(401));
    await watch();
    const asking = observer.refetch();
    expect(observer.getCurrentResult()).toMatchObject({ status: 'pending', error: null });
    await asking;
  });

  it('is forgotten with the first answer', async () => {
    answer = () => Promise.reject(problem(503));
    await watch();
    answer = () => Promise.resolve('there');
    await observer.refetch();
    client
      .getQueryCache()
      .find({ queryKey: ['it'] })!
      .reset();
    const asking = observer.refetch();
    expect(observer.getCurrentResult()).toMatchObject({ status: 'pending', error: null });
    await asking;
  });
});
