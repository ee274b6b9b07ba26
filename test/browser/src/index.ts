export type { Browser, BrowserContext, Locator, Page } from 'playwright-core';
export { openChromium } from './open-chromium';
export { axeViolations, fitsWidth, nothingMoves, tabTo } from './page-rules';
