import type { Box } from '../box/box';
import { facebookOwnerOf } from '../world/facebook-personas';
import type { InstagramAccount } from '../world/instagram-accounts';

/** An account as it is now: people rename themselves and switch to a professional account, the id stays. */
export function instagramNow(box: Box, number: number): InstagramAccount | undefined {
  const account = box.world.inhabitants.instagram(number);
  if (!account) return undefined;
  const { usernames, people } = box.state.facebook;
  const owner = account.kind === 'personal' ? facebookOwnerOf(number) : undefined;
  const switched = owner !== undefined && people[owner.id]?.madeProfessional === true;
  return { ...account, username: usernames[number] ?? account.username, ...(switched && { kind: 'creator' as const }) };
}

/** What the counters of posts are drawn from stays as it was; whoever comes later is counted here. */
export const followersNow = (box: Box, { number, followers }: InstagramAccount): number =>
  box.world.following.followers(number, followers, box.clock.now());

/** By the username of today: the one of before leads nowhere. */
export function instagramNamed(box: Box, username: string): InstagramAccount | undefined {
  const renamed = Object.entries(box.state.facebook.usernames).find(([, name]) => name === username);
  const account = instagramNow(
    box,
    renamed ? Number(renamed[0]) : (box.world.inhabitants.instagramNamed(username)?.number ?? -1),
  );
  return account?.username === username ? account : undefined;
}
