import type { Locator } from '@creator-connect/browser';

const at = { Instagram: 'Facebook', TikTok: 'TikTok', YouTube: 'Google' } as const;

/** What stands there before anybody leaves for a platform; returns the button that leads there. */
export async function readPrimer(
  primer: Locator,
  platform: keyof typeof at,
  organisation = 'Acme Talent',
): Promise<Locator> {
  for (const part of ['What they will see', 'What never happens', 'Why it is worth it', 'How to stop it'])
    await primer.getByRole('heading', { name: part }).waitFor();
  for (const sentence of [
    `${organisation} asks for it, and will be able to see what is listed here about your account at ${platform}.`,
    `Your public profile at ${platform}: name, picture, followers`,
    'Your posts: text, time and link',
    'How they perform: impressions, reach, engagements',
    'Your audience in numbers: countries, ages, genders',
    `Your password for ${platform} is never seen: you sign in at the platform itself`,
    'Nothing is posted, liked, changed or deleted',
  ])
    await primer.getByText(sentence, { exact: true }).waitFor();
  await primer.getByText(`It does not affect your chances of being verified on ${platform}.`).waitFor();
  await primer.getByText(`remove the app in your settings at ${at[platform]}. Both stop the collection`).waitFor();
  return primer.getByRole('button', { name: `Continue to ${at[platform]}` });
}
