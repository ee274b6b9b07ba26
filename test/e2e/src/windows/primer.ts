import { deepEqual } from 'node:assert/strict';
import type { Locator } from '@creator-connect/browser';

const at = { Instagram: 'Facebook', TikTok: 'TikTok', YouTube: 'Google' } as const;

/** What is collected of an account, and nothing that its platform does not tell. */
const reads = {
  Instagram: [
    'Your public profile: name, followers, following, number of posts',
    'Your posts: text, time and link',
    'How they perform: views, reach, likes, comments, saves, shares, watch time, profile visits',
    'Your followers in numbers: countries, cities, ages, genders',
  ],
  TikTok: [
    'Your public profile: name, followers, following, likes, number of videos',
    'Your public videos: text, time and link',
    'How they perform: views, likes, comments, shares',
  ],
  YouTube: [
    'Your channel: name, subscribers, number of videos',
    'Your videos: title, description, time and link',
    'How they perform: views, watch time, likes, comments, shares, subscribers won and lost',
    'Your viewers in numbers: countries, ages, genders',
  ],
} as const;

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
    `Your password for ${platform} is never seen: you sign in at the platform itself`,
    'Nothing is posted, liked, changed or deleted',
  ])
    await primer.getByText(sentence, { exact: true }).waitFor();
  const seen = primer.getByRole('heading', { name: 'What they will see' }).locator('..').getByRole('listitem');
  deepEqual(await seen.allInnerTexts(), reads[platform]);
  await primer.getByText(`It does not affect your chances of being verified on ${platform}.`).waitFor();
  await primer.getByText(`remove the app in your settings at ${at[platform]}. Both stop the collection`).waitFor();
  return primer.getByRole('button', { name: `Continue to ${at[platform]}` });
}
