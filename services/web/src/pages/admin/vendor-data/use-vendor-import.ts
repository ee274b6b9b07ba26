import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportedVendorRow } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import type { VendorPart } from '../../../domain/vendor-file';

interface Import {
  vendor: string;
  parts: readonly VendorPart[];
}

/**
 * Sends a file part by part, and keeps what became of each row. After a failure it goes on with the part that failed:
 * a row that is sent twice is stored once.
 */
export function useVendorImport() {
  const queries = useQueryClient();
  const [sent, setSent] = useState(0);
  const [rows, setRows] = useState<readonly ImportedVendorRow[]>([]);
  const run = useMutation({
    mutationFn: async ({ vendor, parts }: Import) => {
      for (let index = sent; index < parts.length; index += 1) {
        const { rows: _, before, ...content } = parts[index]!;
        const answer = await answerOf(api.POST('/v1/vendor-data/imports', { body: { vendor, ...content } }));
        setRows((known) => [...known, ...answer.rows.map((row) => ({ ...row, line: row.line + before }))]);
        setSent(index + 1);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin', 'vendor-data'] }),
  });
  const reset = () => {
    setSent(0);
    setRows([]);
    run.reset();
  };
  return { run, rows, reset };
}
