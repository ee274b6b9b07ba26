import { Story, Windows } from '@creator-connect/e2e';
import pg from 'pg';
import type { Figure } from '../figures';
import type { SystemStatus } from '../programs';
import { filterFigures } from './filter-figures';
import { firstLoadFigures } from './first-load-figures';
import { liveFigures } from './live-figures';
import { revokeFigures } from './revoke-figures';
import { siblingFigures } from './sibling-figures';

/** What people wait for in front of the web app, in a real browser: see docs/benchmarks.md. */
export async function webBench(status: SystemStatus, databaseUrl: string, brokers: string[]): Promise<Figure[]> {
  const story = await Story.begin(status);
  const windows = await Windows.open(status.addresses['gateway']!);
  const database = new pg.Client({ connectionString: databaseUrl });
  await database.connect();
  try {
    return [
      ...(await firstLoadFigures(story, windows)),
      ...(await filterFigures(story, windows, database)),
      ...(await liveFigures(story, windows, brokers)),
      ...(await siblingFigures(story, windows, brokers)),
      ...(await revokeFigures(story, windows, brokers)),
    ];
  } finally {
    await database.end();
    await windows.close();
    await story.end();
  }
}
