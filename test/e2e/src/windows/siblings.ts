import type { Locator, Page } from '@creator-connect/browser';
import { consentAtFacebook } from './steps';

export const siblings = { persona: 'Creator Many-Pages', first: 'sandbox.many.20', second: 'sandbox.many.21' };

export const siblingCard = (phone: Page, handle: string): Locator =>
  phone.getByRole('article', { name: `@${handle}, Instagram` });

/** From the dashboard: both in one consent. */
export async function connectSiblings(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: 'Add Account: Instagram' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: 'Continue to Facebook' }).click();
  await consentAtFacebook(phone, siblings.persona);
  for (const handle of [siblings.first, siblings.second])
    await phone.getByRole('checkbox', { name: new RegExp(`^@${handle}\\b`) }).check();
  await phone.getByRole('button', { name: 'Connect 2 accounts' }).click();
  await phone.getByRole('heading', { name: '2 accounts are connected' }).waitFor();
  await toAccounts(phone);
}

/** What is said before Facebook opens, if the first is authenticated again. */
export async function reauthenticateFirst(phone: Page): Promise<Locator> {
  await siblingCard(phone, siblings.first).getByRole('button', { name: 'Reauth' }).click();
  await phone.getByRole('dialog').getByRole('button', { name: 'Continue to Facebook' }).click();
  return keepTicked(phone);
}

export const keepTicked = (phone: Page): Locator => phone.getByRole('dialog', { name: 'Keep these ticked' });

/** From that on to the last step of the consent, with the second one in or left out; what is returned ends it. */
export async function consentOnceMore(phone: Page, second: 'in' | 'left out'): Promise<Locator> {
  await keepTicked(phone).getByRole('button', { name: 'Continue to Facebook' }).click();
  await phone.getByRole('link', { name: 'Edit settings' }).click();
  await phone.getByRole('button', { name: 'Next', exact: true }).click();
  for (const name of [/^Page 21 of many/, `@${siblings.second}`])
    await phone.getByRole('checkbox', { name }).setChecked(second === 'in');
  return phone.getByRole('button', { name: 'Done', exact: true });
}

/** The way back that the warning offers. */
export async function tickAgain(phone: Page): Promise<Locator> {
  await phone.getByRole('button', { name: 'Tick it at Facebook' }).click();
  return keepTicked(phone);
}

/** After both were ticked again. */
export async function confirmBoth(phone: Page): Promise<void> {
  await phone.getByRole('button', { name: 'Connect this account' }).click();
  await phone.getByRole('heading', { name: 'Your account is connected' }).waitFor();
  await toAccounts(phone);
}

/** Where both are authenticated. */
async function toAccounts(phone: Page): Promise<void> {
  await phone.getByRole('link', { name: 'To your accounts' }).click();
  for (const handle of [siblings.first, siblings.second])
    await siblingCard(phone, handle).getByText('Authenticated', { exact: true }).waitFor();
}
