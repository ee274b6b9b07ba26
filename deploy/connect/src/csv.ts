/** Ids, names of ours and times only: nothing that needs quoting or could be a formula. */
export function csvOf<T extends object>(columns: readonly (keyof T & string)[], rows: readonly T[]): string[] {
  return [columns.join(','), ...rows.map((row) => columns.map((column) => String(row[column] ?? '')).join(','))];
}
