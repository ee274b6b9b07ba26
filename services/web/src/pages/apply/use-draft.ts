import { useDebouncedCallback, useWindowEvent } from '@mantine/hooks';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useCallback, useState } from 'react';
import { answerOf, api } from '../../api/client';
import type { OwnApplication } from '../../api/types';
import { applicationQuery } from './application-query';

export type Typed = Pick<OwnApplication, 'name' | 'email' | 'fields'>;

/** What is in the form. It is kept at the service a moment after the last key, also when the page is left before. */
export function useDraft(application: OwnApplication) {
  const queries = useQueryClient();
  const { name, email, fields } = application;
  const [typed, setTyped] = useState<Typed>({ name, email, fields });
  const save = useMutation({
    // A request that is kept alive reaches the service also from a page that is left at this moment.
    mutationFn: (change: Typed) => answerOf(api.PATCH('/v1/applications/current', { body: change, keepalive: true })),
    onSuccess: (fresh) => queries.setQueryData(applicationQuery.queryKey, fresh),
  });
  const saveSoon = useDebouncedCallback((change: Typed) => save.mutate(change), { delay: 250, flushOnUnmount: true });
  useWindowEvent('pagehide', () => saveSoon.flush());
  const change = useCallback(
    (next: Typed) => {
      setTyped(next);
      saveSoon(next);
    },
    [saveSoon],
  );
  /** Now, and nothing more afterwards. */
  const keep = (last: Typed) => {
    saveSoon.cancel();
    return save.mutateAsync(last);
  };
  return { typed, change, keep, error: save.error };
}

export type Draft = ReturnType<typeof useDraft>;
