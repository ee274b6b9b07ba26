import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useEffect, useRef, useState } from 'react';
import type { ImportProgress, ImportResult } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { resultOf } from '../../../api/told-lines';

/** Sends a file and is told how far it is. Whoever leaves ends it: rows that are done stay, no other is added. */
export function useImport(file: File | null) {
  const queries = useQueryClient();
  const [progress, setProgress] = useState<ImportProgress>();
  const left = useRef(new AbortController());
  const leave = () => left.current.abort();
  useEffect(() => leave, []);
  const run = useMutation({
    mutationFn: async (dryRun: boolean) => {
      left.current = new AbortController();
      setProgress(undefined);
      const body = { csv: (await file?.text()) ?? '', dryRun };
      const headers = { accept: 'application/x-ndjson' };
      const options = { body, headers, signal: left.current.signal, parseAs: 'stream' } as const;
      const lines = await answerOf(api.POST('/v1/influencers/imports', options));
      return resultOf<ImportProgress, ImportResult>(lines!, setProgress);
    },
    onSettled: (_result, _error, dryRun) => (dryRun ? undefined : queries.invalidateQueries({ queryKey: ['admin'] })),
  });
  return { run, progress, leave };
}
