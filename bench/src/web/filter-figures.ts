import { signInAsMember, type Story, type Windows } from '@creator-connect/e2e';
import type { Client } from 'pg';
import { limitFigure, type Figure } from '../figures';
import { percentile } from '../latency';
import { seedOrganisation } from '../roster-seed';

const influencers = 10_000;
const rounds = 10;
/** Where the list is, and what is chosen then. */
const changes: [search: string, state: string][] = [
  ['', 'REAUTH'],
  ['', 'NON_AUTH'],
  ['?platform=tiktok', 'REAUTH'],
];

/** From the choice of a filter in a roster of 10,000 influencers until its list is painted. */
export async function filterFigures(story: Story, windows: Windows, database: Client): Promise<Figure[]> {
  const { id } = await seedOrganisation(database, { influencers, inCampaign: 100 });
  const page = await windows.ofSomebody();
  await signInAsMember(page, story.login());
  await page.getByRole('heading', { name: 'Influencers', level: 1 }).waitFor();
  await page.getByRole('banner').getByLabel('Organisation').selectOption(id);
  await page.getByText(`Creator ${influencers}`, { exact: true }).waitFor();
  const taken: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const [search, state] of changes) {
      await page.goto(`/admin/influencers${search}`);
      await page.getByText(`Creator ${influencers}`, { exact: true }).waitFor();
      await page.evaluate(watchFilter);
      await page.getByLabel('State').selectOption(state);
      taken.push(await page.evaluate<number>('globalThis.filtered'));
    }
  }
  const figure = (share: number, name: string) =>
    limitFigure(`filter of 10,000 influencers → painted, ${name}`, 'ms', percentile(taken, share), 500);
  return [figure(0.5, 'p50'), figure(0.95, 'p95')];
}

/** In the page itself, so that the way between it and this program is not counted. */
const watchFilter = `void (globalThis.filtered = new Promise((done) => {
  const list = () => document.querySelector('main ul[aria-busy]');
  const before = list().innerText;
  document.addEventListener('change', () => {
    const began = performance.now();
    const observer = new MutationObserver(() => {
      if (list().getAttribute('aria-busy') !== 'false' || list().innerText === before) return;
      observer.disconnect();
      requestAnimationFrame(() => setTimeout(() => done(performance.now() - began)));
    });
    observer.observe(document.body, { subtree: true, childList: true, attributes: true, characterData: true });
  }, { once: true, capture: true });
}))`;
