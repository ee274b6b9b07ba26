import axe from 'axe-core';
import type { Page } from 'playwright-core';

/** WCAG 2.2 AA, and what axe recommends besides. */
const standards = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** What depends on the theme. */
const colours = ['color-contrast'];

/**
 * Each rule of accessibility that the page breaks, with the elements that break it; `colours` asks for those rules alone
 * that another theme may break. The program of the rules is put into the page from outside, past its
 * Content-Security-Policy, which stays in force.
 */
export async function axeViolations(page: Page, which: 'all' | 'colours' = 'all'): Promise<string[]> {
  await nothingMoves(page);
  await page.evaluate(axe.source);
  const { violations } = await page.evaluate<axe.AxeResults, axe.RunOptions>(
    (options) => (globalThis as unknown as { axe: typeof axe }).axe.run(options),
    { runOnly: which === 'all' ? { type: 'tag', values: standards } : { type: 'rule', values: colours } },
  );
  return violations.map(({ id, nodes }) => `${id}: ${nodes.map(faultOf).join(' | ')}`);
}

/** What fades in, and a colour on its way to another theme, is not yet what it will be. What turns for ever is not waited for. */
export async function nothingMoves(page: Page): Promise<void> {
  await page.evaluate(`Promise.allSettled(document.getAnimations()
    .filter(({ effect }) => effect.getComputedTiming().endTime < Infinity).map(({ finished }) => finished))`);
}

const faultOf = ({ html, failureSummary }: axe.NodeResult): string => `${html} ${failureSummary}`;

/** Nothing stands out of the page sideways (WCAG 1.4.10). */
export function fitsWidth(page: Page): Promise<boolean> {
  return page.evaluate('document.documentElement.scrollWidth <= document.documentElement.clientWidth');
}

/** Goes from one control to the next as the key Tab does, until it stands on the one with this role and name. */
export async function tabTo(page: Page, role: Parameters<Page['getByRole']>[0], name: string | RegExp): Promise<void> {
  const wanted = page.getByRole(role, { name });
  for (let press = 0; press < 80; press += 1) {
    await page.keyboard.press('Tab');
    if (await wanted.and(page.locator(':focus')).count()) return;
  }
  throw new Error(`The key Tab does not lead to the ${role} ${name}`);
}
