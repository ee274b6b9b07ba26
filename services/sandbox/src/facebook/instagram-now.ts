import type { Box } from '../box/box';
import type { InstagramAccount } from '../world/instagram-accounts';

/** An account as it is now: people rename themselves, the id stays. */
export function instagramNow(box: Box, number: number): InstagramAccount | undefined {
  const account = box.world.inhabitants.instagram(number);
  const username = box.state.facebook.usernames[number];
  return account && username !== undefined ? { ...account, username } : account;
}

/** By the username of today: the one of before leads nowhere. */
export function instagramNamed(box: Box, username: string): InstagramAccount | undefined {
  const renamed = Object.entries(box.state.facebook.usernames).find(([, name]) => name === username);
  const account = instagramNow(
    box,
    renamed ? Number(renamed[0]) : (box.world.inhabitants.instagramNamed(username)?.number ?? -1),
  );
  return account?.username === username ? account : undefined;
}
