import type { Browser as Chromium } from '@creator-connect/browser';
import type { GatewayDoor } from '../doors/gateway';
import { copyLink, type Influencer } from '../journeys/people';
import type { Story } from '../story';
import { beginWithLink } from '../windows/steps';
import { takeOf, windowOf } from './pictures';

/** The way of somebody who was sent a link: what is asked, the platform (of the sandbox), and the choice after it. */
export async function connectingPictures(
  browser: Chromium,
  story: Story,
  admin: GatewayDoor,
  { chooses, mends }: { chooses: Influencer; mends: Influencer },
): Promise<void> {
  const opened = async (influencer: Influencer, height: number) => {
    const context = await windowOf(browser, story.visitor(), { height });
    const page = await context.newPage();
    await beginWithLink(story, page, influencer.email, await copyLink(admin, influencer, 'instagram'));
    return page;
  };

  const page = await opened(chooses, 1000);
  await takeOf(page, 'authorization-link', /What they will see/);
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.getByRole('button', { name: 'Continue to Facebook' }).click();
  await page.getByRole('button', { name: 'Log in as Creator Mixed-Pages' }).click();
  await takeOf(page, 'sandbox', /Next/);
  await page.getByRole('button', { name: 'Next', exact: true }).click();
  await page.getByRole('button', { name: 'Done', exact: true }).click();
  await takeOf(page, 'choice', /Which account do you want to connect/);
  await page.context().close();

  const lost = await opened(mends, 1120);
  await lost.setViewportSize({ width: 420, height: 900 });
  await lost.getByRole('button', { name: 'Continue to Facebook' }).click();
  await lost.getByRole('button', { name: 'Log in as Creator Page-Without-Instagram' }).click();
  await lost.getByRole('button', { name: 'Next', exact: true }).click();
  await lost.getByRole('button', { name: 'Done', exact: true }).click();
  await takeOf(lost, 'doctor', /No professional Instagram account is connected to your Page/);
  await lost.context().close();
}
