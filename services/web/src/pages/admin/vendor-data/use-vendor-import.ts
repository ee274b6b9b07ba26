import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import type { ImportedVendorRow } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import type { VendorKind, VendorPart } from '../../../domain/vendor-file';

interface Import {
  kind: VendorKind;
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
    mutationFn: async ({ kind, vendor, parts }: Import) => {
      for (let index = sent; index < parts.length; index += 1) {
        const { rows: _, before, ...content } = parts[index]!;
        const body = { vendor, ...content };
        const answer = await answerOf(
          kind === 'figures'
            ? api.POST('/v1/vendor-data/imports', { body })
            : api.POST('/v1/reports/vendor-contacts/imports', { body }),
        );
        setRows((known) => [...known, ...answer.rows.map((row) => ({ ...row, line: row.line + before }))]);
        setSent(index + 1);
      }
    },
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  const reset = () => {
    setSent(0);
    setRows([]);
    run.reset();
  };
  return { run, rows, reset };
}
