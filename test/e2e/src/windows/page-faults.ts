import { axeViolations, fitsWidth, nothingMoves, type Page } from '@creator-connect/browser';
import { eventually } from '../doors/wait';

export interface PageFaults {
  light: string[];
  dark: string[];
  fits: boolean;
  /** The link to the help stands in the banner, at any width (WCAG 3.2.6). */
  helps: boolean;
}

export const noFaults: PageFaults = { light: [], dark: [], fits: true, helps: true };

export const isFaulty = ({ light, dark, fits, helps }: PageFaults): boolean =>
  light.length > 0 || dark.length > 0 || !fits || !helps;

/**
 * What the page, once it has loaded, breaks: the rules of WCAG 2.2 AA in both themes, the width of 320 pixels, and the help in
 * its place. `colours` asks the dark theme only for what differs there. The window is as wide as before afterwards.
 */
export async function pageFaults(page: Page, inDark: 'all' | 'colours' = 'all'): Promise<PageFaults> {
  // The first of none: all of them are gone.
  await page.getByRole('status', { name: 'Loading' }).first().waitFor({ state: 'detached' });
  // A dialog that is still fading in has other colours than it will have.
  await nothingMoves(page);
  const inTheme = async (colorScheme: 'light' | 'dark', rules: 'all' | 'colours') => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    return axeViolations(page, rules);
  };
  const [light, dark] = [await inTheme('light', 'all'), await inTheme('dark', inDark)];
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  const fits = await fitsSoon(page);
  const helpsWhenNarrow = await helpsThere(page);
  await page.setViewportSize(size);
  return { light, dark, fits, helps: helpsWhenNarrow && (await helpsThere(page)) };
}

/** Pages that are not the web app's have no banner of it. A dialog lies above the banner, which stays where it is. */
async function helpsThere(page: Page): Promise<boolean> {
  if ((await page.locator('main#content').count()) === 0) return true;
  return page.locator('header').first().locator('a[href="/help"]').isVisible();
}

/** Of these German pages those that stand out of a narrow window or a wide one. */
export async function widthFaults(page: Page, paths: readonly string[]): Promise<string[]> {
  const faults: string[] = [];
  for (const path of paths) {
    await page.goto(path);
    await page.locator('html[lang="de"]').waitFor({ state: 'attached' });
    await page.getByRole('main').getByRole('heading').first().waitFor();
    await page.getByRole('status', { name: 'Wird geladen' }).first().waitFor({ state: 'detached' });
    for (const width of [320, 1_920]) {
      await page.setViewportSize({ width, height: 800 });
      if (!(await fitsSoon(page))) faults.push(`${path} at ${width}`);
    }
  }
  return faults;
}

/** What floats above a page, as an open bell does, takes its new place a moment after the window has its new width. */
async function fitsSoon(page: Page): Promise<boolean> {
  const inTime = { timeoutMs: 10_000, everyMs: 50 };
  return eventually('the page fits', () => fitsWidth(page), inTime).catch(() => false);
}
