import { unit } from './random';

/**
 * Ids look like the platforms' and can be read back: who and which one stands in the digits. Nothing has to be looked
 * up, which is what lets a seeded world be any size.
 */
const digits = (value: number, length: number): string => String(value).padStart(length, '0');

export interface NumberedId {
  account: number;
  index: number;
}

const INSTAGRAM = /^17841(\d{12})$/;
const PAGE = /^11(\d{13})$/;
const FACEBOOK_USER = /^122(\d{3})(\d{10})$/;
const MEDIA = /^179(\d{8})(\d{6})$/;
const STORY = /^180(\d{8})(\d{6})$/;
const ALBUM_CHILD = /^182(\d{8})(\d{5})(\d)$/;
const TIKTOK_VIDEO = /^75(\d{8})(\d{9})$/;

export const instagramId = (account: number): string => `17841${digits(account, 12)}`;
export const pageId = (page: number): string => `11${digits(page, 13)}`;
export const mediaId = (account: number, index: number): string => `179${digits(account, 8)}${digits(index, 6)}`;
export const storyId = (account: number, index: number): string => `180${digits(account, 8)}${digits(index, 6)}`;
export const tiktokVideoId = (account: number, index: number): string => `75${digits(account, 8)}${digits(index, 9)}`;
export const albumChildId = (account: number, index: number, child: number): string =>
  `182${digits(account, 8)}${digits(index, 5)}${child}`;

/** App-scoped: another app sees another id for the same person. */
export function facebookUserId(appId: string, person: number): string {
  const app = Math.floor(unit('app', appId) * 1000);
  return `122${digits(app, 3)}${digits(person, 10)}`;
}

export const readInstagramId = (id: string): number | undefined => first(INSTAGRAM, id);
export const readPageId = (id: string): number | undefined => first(PAGE, id);
export const readMediaId = (id: string): NumberedId | undefined => pair(MEDIA, id);
export const readStoryId = (id: string): NumberedId | undefined => pair(STORY, id);
export const readTikTokVideoId = (id: string): NumberedId | undefined => pair(TIKTOK_VIDEO, id);

export function readFacebookUserId(appId: string, id: string): number | undefined {
  const person = Number(FACEBOOK_USER.exec(id)?.[2] ?? Number.NaN);
  return facebookUserId(appId, person) === id ? person : undefined;
}

export function readAlbumChildId(id: string): (NumberedId & { child: number }) | undefined {
  const match = ALBUM_CHILD.exec(id);
  return match ? { account: Number(match[1]), index: Number(match[2]), child: Number(match[3]) } : undefined;
}

function first(pattern: RegExp, id: string): number | undefined {
  const match = pattern.exec(id);
  return match ? Number(match[1]) : undefined;
}

function pair(pattern: RegExp, id: string): NumberedId | undefined {
  const match = pattern.exec(id);
  return match ? { account: Number(match[1]), index: Number(match[2]) } : undefined;
}
