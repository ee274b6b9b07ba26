import type { Page } from '@creator-connect/browser';
import { creatorPages, type CreatorPage, type Story, type Windows } from '@creator-connect/e2e';
import { limitFigure, type Figure } from '../figures';
import { percentile } from '../latency';

const rounds = 5;

interface Load {
  scriptKilobytes: number;
  largestPaintMs: number;
}

/**
 * Pages of creators with an empty cache: the JavaScript that comes over the wire, and when the largest thing on the page is
 * painted. Of each page the median; the slowest page counts.
 */
export async function firstLoadFigures(story: Story, windows: Windows): Promise<Figure[]> {
  const figures: Figure[] = [];
  for (const [name, opened] of Object.entries(await creatorPages(story, windows))) {
    const loads: Load[] = [];
    for (let round = 0; round < rounds; round += 1) {
      const page = await windows.ofSomebody();
      await page.context().addCookies(opened.cookies);
      loads.push(await firstLoad(page, opened));
      await page.context().close();
    }
    const median = (pick: keyof Load) =>
      percentile(
        loads.map((load) => load[pick]),
        0.5,
      );
    figures.push(
      limitFigure(`first load of the ${name}, JavaScript`, 'kB', median('scriptKilobytes'), 200),
      limitFigure(`first load of the ${name}, largest paint`, 'ms', median('largestPaintMs'), 1_500),
    );
  }
  return figures;
}

async function firstLoad(page: Page, { address, heading }: CreatorPage): Promise<Load> {
  await page.goto(address);
  await page.getByRole('heading', { level: 1, name: heading }).waitFor();
  return page.evaluate<Load>(`new Promise((done) => {
    const scripts = performance.getEntriesByType('resource').filter(({ name }) => name.endsWith('.js'));
    const bytes = scripts.reduce((sum, { encodedBodySize }) => sum + encodedBodySize, 0);
    new PerformanceObserver((list) => {
      const last = list.getEntries().at(-1);
      done({ scriptKilobytes: bytes / 1000, largestPaintMs: last.startTime });
    }).observe({ type: 'largest-contentful-paint', buffered: true });
  })`);
}
