import { createContext, useContext, useMemo, useState, useSyncExternalStore, type ReactNode } from 'react';
import { BulkRun } from './bulk-run';
import type { BulkTask, TaskKind } from './bulk-tasks';
import { waitInBrowser } from './wait-in-browser';

export interface Bulk {
  /** Of this run among those of the page. */
  number: number;
  kind: TaskKind;
  run: BulkRun;
}

interface Bulks {
  current: Bulk | undefined;
  begin(task: BulkTask): void;
  close(): void;
}

const Context = createContext<Bulks | undefined>(undefined);

/** Holds the one run there is above the pages, so that it goes on while one looks at another page. */
export function BulkProvider({ children }: { children: ReactNode }) {
  const [current, setCurrent] = useState<Bulk>();
  const bulks = useMemo(
    () => ({
      current,
      begin({ kind, people, work }: BulkTask) {
        const run = new BulkRun(people, work, waitInBrowser);
        setCurrent((before) => ({ number: (before?.number ?? 0) + 1, kind, run }));
        void run.start();
      },
      close() {
        current?.run.stop();
        setCurrent(undefined);
      },
    }),
    [current],
  );
  return <Context value={bulks}>{children}</Context>;
}

export function useBulk(): Bulks {
  const bulks = useContext(Context);
  if (!bulks) throw new Error('Outside of the pages of members');
  return bulks;
}

export const useBulkState = ({ run }: Bulk) => useSyncExternalStore(run.subscribe, run.state);

/** A second run has to wait for the end of the first. */
export function useIsBulkBusy(): boolean {
  const { current } = useBulk();
  const state = useSyncExternalStore(current?.run.subscribe ?? nothingHappens, () => current?.run.state().status);
  return state === 'running';
}

const nothingHappens = () => () => undefined;
