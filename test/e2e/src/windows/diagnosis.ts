import type { Page } from '@creator-connect/browser';

/** What a creator is told of one cause: a drawing, one main way out, and one page of help. */
export interface ToldCause {
  drawing: string;
  action: string;
  help: string;
}

/** A button is filled unless it says otherwise. */
const mainActions = '.mantine-Button-root:not([data-variant="default"], [data-variant="subtle"])';

/** What the page says of the cause under this heading, as far as it can be counted. */
export async function diagnosisOn(page: Page, heading: string) {
  const told = page.getByRole('region', { name: heading, exact: true });
  const drawn = told.locator('svg[data-cause]');
  await drawn.waitFor();
  const helps = told.getByRole('link', { name: 'More about this' });
  return {
    drawing: await drawn.getAttribute('data-cause'),
    isDrawingSilent: (await drawn.getAttribute('aria-hidden')) === 'true',
    actions: await page.getByRole('main').locator(mainActions).allInnerTexts(),
    helps: await helps.evaluateAll((links) => links.map((link) => link.getAttribute('href'))),
    nextSteps: await told.getByRole('heading', { name: 'What to do' }).count(),
    // What it is and what to do fit on the screen of a phone.
    isShort: (await told.boundingBox())!.height < 600,
    // Calm: nothing here is an error of the person's.
    alerts: await page.getByRole('alert').count(),
  };
}

export const toldAs = ({ drawing, action, help }: ToldCause): Awaited<ReturnType<typeof diagnosisOn>> => ({
  drawing,
  isDrawingSilent: true,
  actions: [action],
  helps: [`/help/${help}`],
  nextSteps: 1,
  isShort: true,
  alerts: 0,
});
