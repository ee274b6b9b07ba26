/** One line of the table: what was measured, the bare baseline of the same run, and the budget as a ratio. */
export interface Figure {
  name: string;
  unit: string;
  measured: number;
  baseline: number | null;
  /** measured / baseline; null where no baseline makes sense. */
  ratio: number | null;
  budget: string;
  met: boolean;
}

export function ratioFigure(
  name: string,
  unit: string,
  measured: number,
  baseline: number,
  leastRatio: number,
  least = 0,
): Figure {
  const ratio = measured / baseline;
  const budget = `ratio ≥ ${leastRatio}${least ? ` and ≥ ${least} ${unit}` : ''}`;
  return { name, unit, measured, baseline, ratio, budget, met: ratio >= leastRatio && measured >= least };
}

/** A budget in the unit itself, and perhaps as a ratio too; `Infinity` for a figure that has none. */
export function limitFigure(
  name: string,
  unit: string,
  measured: number,
  most: number,
  baseline: number | null = null,
  mostRatio = Infinity,
): Figure {
  const ratio = baseline === null ? null : measured / baseline;
  const inUnit = most === Infinity ? 'none' : `≤ ${most} ${unit}`;
  const budget = mostRatio === Infinity ? inUnit : `${inUnit}, ratio ≤ ${mostRatio}`;
  return { name, unit, measured, baseline, ratio, budget, met: measured <= most && (ratio ?? 0) <= mostRatio };
}

export function table(figures: readonly Figure[]): string {
  const round = (value: number | null) => (value === null ? '–' : value >= 100 ? value.toFixed(0) : value.toFixed(2));
  const rows = [
    ['figure', 'measured', 'baseline', 'ratio', 'budget', 'met'],
    ...figures.map((figure) => [
      `${figure.name} (${figure.unit})`,
      round(figure.measured),
      round(figure.baseline),
      round(figure.ratio),
      figure.budget,
      figure.met ? 'yes' : 'not yet',
    ]),
  ];
  const widths = rows[0]!.map((_, column) => Math.max(...rows.map((row) => row[column]!.length)));
  return rows.map((row) => row.map((cell, column) => cell.padEnd(widths[column]!)).join('  ')).join('\n');
}
