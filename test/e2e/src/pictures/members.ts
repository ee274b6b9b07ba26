import type { Browser as Chromium, Page } from '@creator-connect/browser';
import type { GatewayDoor } from '../doors/gateway';
import { take, windowOf, type View } from './pictures';
import type { Creator } from './roster';

/** Two of these lines are refused, each for its own reason. */
const csv = `name,email,instagram,tiktok,youtube
Cedar and Clay,hello@cedar-and-clay.example,,,
Fjord Runner,hello@fjord-runner.example,,,
Market Day Soups,hello@market-day-soups.example,market.day.soups,,
Old Town Bikes,hello@old-town-bikes.example,,,
Alpine Bakes,hello@alpine-bakes.example,,,
Rooftop Bees,hello@rooftop-bees.example,,,
`;

async function checkImport(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Import CSV' }).click();
  await page
    .locator('input[type="file"]')
    .setInputFiles({ name: 'creators.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) });
  await page.getByRole('button', { name: 'Check the file' }).click();
}

async function search(page: Page): Promise<void> {
  const main = page.getByRole('main');
  await main.getByText('YouTube', { exact: true }).click();
  await main.getByText('Keyword', { exact: true }).click();
  await main.getByRole('textbox', { name: 'Keyword' }).fill('sandbox');
  await main.getByRole('button', { name: 'Search' }).click();
}

/** What members of an organisation work with, and whoever runs the installation. */
export async function memberPictures(
  browser: Chromium,
  admin: GatewayDoor,
  { creator: { influencer }, campaignId }: { creator: Creator; campaignId: string },
): Promise<void> {
  const profile = `/admin/influencers/${influencer.id}`;
  const pages: [name: string, path: string, text: RegExp, view?: View, before?: (page: Page) => Promise<void>][] = [
    ['admin', '/admin/influencers', /Alpine Bakes/, { height: 940 }],
    ['influencer', profile, /alpine\.bakes/, { height: 940 }],
    ['data', `${profile}?tab=data`, /Followers/, { height: 1745 }],
    ['campaign', `/admin/campaigns/${campaignId}`, /Attention/],
    ['report', `/admin/campaigns/${campaignId}?tab=report`, /By influencer/, { height: 1500 }],
    ['discover', '/admin/discover', /profiles found/, {}, search],
    ['import', '/admin/influencers', /Market Day Soups|line 4/i, {}, checkImport],
    ['operations', '/admin/operations', /As of/, { height: 730 }],
  ];
  for (const [name, path, text, view, before] of pages) {
    await take(await windowOf(browser, admin, view), name, `${admin.address}${path}`, text, before);
  }
}
