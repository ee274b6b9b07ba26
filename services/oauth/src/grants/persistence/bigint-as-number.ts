/** pg hands bigint over as text; our counters stay far below 2^53. */
export const bigintAsNumber = {
  to: (value: number): number => value,
  from: (value: string): number => Number(value),
};
