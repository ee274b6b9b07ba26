import { Listr } from 'listr2';

export interface Step {
  readonly title: string;
  /** `say` shows a short word beside the title while the step goes on. */
  readonly run: (say: (text: string) => void) => Promise<void>;
}

/** A task list in a terminal; elsewhere one line per finished step. */
export async function runSteps(steps: readonly Step[], write: (line: string) => void, fancy: boolean): Promise<void> {
  if (fancy) return runAsList(steps);
  for (const step of steps) {
    const startedAt = Date.now();
    await step.run(() => undefined);
    write(`${step.title}: done (${((Date.now() - startedAt) / 1000).toFixed(1)} s)`);
  }
}

async function runAsList(steps: readonly Step[]): Promise<void> {
  const list = new Listr(
    steps.map((step) => ({
      title: step.title,
      task: (_context: unknown, task: { output: string }) => step.run((text) => (task.output = text)),
    })),
    // Signals are the runner's: it has to stop what it started.
    { concurrent: false, registerSignalListeners: false, rendererOptions: { collapseErrors: false } },
  );
  await list.run();
}

/** A table of two columns or more, aligned, without borders: it can be copied and read aloud. */
export function table(rows: readonly (readonly string[])[]): string {
  const widths: number[] = [];
  for (const row of rows) row.forEach((cell, column) => (widths[column] = Math.max(widths[column] ?? 0, cell.length)));
  return rows
    .map((row) => `  ${row.map((cell, column) => cell.padEnd(widths[column] ?? 0)).join('  ')}`.trimEnd())
    .join('\n');
}
