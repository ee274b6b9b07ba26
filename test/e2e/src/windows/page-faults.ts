import { axeViolations, fitsWidth, type Page } from '@creator-connect/browser';

export interface PageFaults {
  light: string[];
  dark: string[];
  fits: boolean;
}

export const noFaults: PageFaults = { light: [], dark: [], fits: true };

/**
 * What the page, once it has loaded, breaks: the rules of WCAG 2.2 AA in the light theme, those of colours in the dark one
 * too, and the width of 320 pixels. The window is as wide as before afterwards.
 */
export async function pageFaults(page: Page): Promise<PageFaults> {
  await page.getByRole('status', { name: 'Loading' }).waitFor({ state: 'detached' });
  const inTheme = async (colorScheme: 'light' | 'dark') => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.locator(`html[data-mantine-color-scheme="${colorScheme}"]`).waitFor({ state: 'attached' });
    return axeViolations(page, colorScheme === 'light' ? 'all' : 'colours');
  };
  const [light, dark] = [await inTheme('light'), await inTheme('dark')];
  const size = page.viewportSize()!;
  await page.setViewportSize({ width: 320, height: 640 });
  const fits = await fitsWidth(page);
  await page.setViewportSize(size);
  return { light, dark, fits };
}
