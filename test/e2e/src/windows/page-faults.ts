import { axeViolations, fitsWidth, nothingMoves, type Page } from '@creator-connect/browser';
import { eventually } from '../doors/wait';

export interface PageFaults {
  light: string[];
  dark: string[];
  fits: boolean;
}

export const noFaults: PageFaults = { light: [], dark: [], fits: true };

export const isFaulty = ({ light, dark, fits }: PageFaults): boolean => light.length > 0 || dark.length > 0 || !fits;

/**
 * What the page, once it has loaded, breaks: the rules of WCAG 2.2 AA in both themes, and the width of 320 pixels. `colours`
 * asks the dark theme only for what differs there. The window is as wide as before afterwards.
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
  await page.setViewportSize(size);
  return { light, dark, fits };
}

/** What floats above a page, as an open bell does, takes its new place a moment after the window has its new width. */
async function fitsSoon(page: Page): Promise<boolean> {
  const inTime = { timeoutMs: 2_000, everyMs: 50 };
  return eventually('the page fits', () => fitsWidth(page), inTime).catch(() => false);
}
