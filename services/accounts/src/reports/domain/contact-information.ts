import type { Platform } from '@creator-connect/contracts';
import type { VendorContact } from './vendor-contact';

/** Where in the profile something was found, or that a vendor tells it. */
export type ContactSource = 'description' | 'website' | 'vendor';

interface Sourced {
  source: ContactSource;
  /** Its name, where one tells it. */
  vendor?: string;
}

export interface ContactInformation {
  emails: ({ address: string } & Sourced)[];
  accounts: ({ platform: Platform; handle: string } & Sourced)[];
  /** Everything else that is linked. */
  links: ({ url: string } & Sourced)[];
}

export interface ContactProfile {
  platform: Platform;
  platformAccountId: string;
  handle: string;
  biography: string | null;
  website: string | null;
  vendorContacts?: readonly VendorContact[];
}

const EMAIL = /[\p{L}\p{N}._%+-]{1,64}@(?:[\p{L}\p{N}-]{1,63}\.){1,8}\p{L}{2,24}/gu;
/** `IG: @name`. Without the @ it may be any word. */
const NAMED = /\b(instagram|insta|ig|tiktok|tt|youtube|yt)\b[\s:=→–|-]{0,5}@([\p{L}\p{N}._]{1,30})/giu;
const BETWEEN_WORDS = /[\s<>()[\]{}"'·•|,;]+/u;

const PLATFORMS: Record<string, Platform> = {
  instagram: 'instagram',
  insta: 'instagram',
  ig: 'instagram',
  tiktok: 'tiktok',
  tt: 'tiktok',
  youtube: 'youtube',
  yt: 'youtube',
};

const HOSTS: Record<string, Platform> = {
  'instagram.com': 'instagram',
  'instagr.am': 'instagram',
  'tiktok.com': 'tiktok',
  'youtube.com': 'youtube',
};

/** Instagram's own pages, where a name would stand. */
const NO_NAMES = new Set(['p', 'reel', 'reels', 'explore', 'stories', 'tv', 'accounts', 'about', 'direct']);

/**
 * What a public profile itself tells about how to reach its owner, and then what vendors told; nothing is looked up and
 * nothing is guessed. What the profile tells stands with its place there, though a vendor tells it as well.
 */
export function contactInformation(profile: ContactProfile): ContactInformation {
  const found: ContactInformation = { emails: [], accounts: [], links: [] };
  const texts: [ContactSource, string | null][] = [
    ['website', profile.website],
    ['description', profile.biography],
  ];
  for (const [source, text] of texts) {
    if (text === null) continue;
    for (const [address] of text.matchAll(EMAIL)) found.emails.push({ address, source });
    for (const word of text.split(BETWEEN_WORDS)) {
      const url = addressIn(word);
      const account = url && accountAt(url);
      if (account) found.accounts.push({ ...account, source });
      else if (url) found.links.push({ url: url.href, source });
    }
    for (const [, label = '', handle = ''] of text.matchAll(NAMED)) {
      const platform = PLATFORMS[label.toLowerCase()];
      if (platform) found.accounts.push({ platform, handle: withoutDots(handle), source });
    }
  }
  for (const { kind, platform, value, vendor } of profile.vendorContacts ?? []) {
    if (kind === 'email') found.emails.push({ address: value, source: 'vendor', vendor });
    else if (platform) found.accounts.push({ platform, handle: value, source: 'vendor', vendor });
  }
  const isOwn = ({ platform, handle }: { platform: Platform; handle: string }): boolean =>
    platform === profile.platform && [profile.handle, profile.platformAccountId].some((own) => same(own, handle));
  return {
    emails: distinct(found.emails, ({ address }) => address),
    accounts: distinct(found.accounts, ({ platform, handle }) => `${platform} ${handle}`).filter((one) => !isOwn(one)),
    links: distinct(found.links, ({ url }) => url),
  };
}

/** With a scheme, or a host of a platform without one: people write `tiktok.com/@name`. */
function addressIn(word: string): URL | undefined {
  const text = word.replace(/[.!?:)]+$/, '');
  const bare = /^(?:www\.|m\.)?(?:instagram\.com|instagr\.am|tiktok\.com|youtube\.com)\//i.test(text);
  if (!bare && !/^https?:\/\//i.test(text)) return undefined;
  const address = bare ? `https://${text}` : text;
  return URL.canParse(address) ? new URL(address) : undefined;
}

function accountAt({ hostname, pathname }: URL): { platform: Platform; handle: string } | undefined {
  const platform = HOSTS[hostname.replace(/^(?:www|m)\./, '')];
  const [first = '', second = ''] = pathname.split('/').filter(Boolean);
  const handle =
    platform === 'instagram'
      ? /^[\w.]{1,30}$/.exec(NO_NAMES.has(first.toLowerCase()) ? '' : first)?.[0]
      : platform === 'tiktok'
        ? /^@([\w.]{1,24})$/.exec(first)?.[1]
        : (/^@([\p{L}\p{N}._-]{1,60})$/u.exec(decoded(first))?.[1] ??
          (/^(?:channel|c|user)$/.test(first) ? /^[\w.-]{1,60}$/.exec(second)?.[0] : undefined));
  return platform && handle ? { platform, handle } : undefined;
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

const withoutDots = (handle: string): string => handle.replace(/\.+$/, '');
const same = (one: string, other: string): boolean => one.toLowerCase() === other.toLowerCase();

/** The first of each. */
function distinct<T>(items: readonly T[], keyOf: (item: T) => string): T[] {
  const seen = new Set<string>();
  return items.filter((item) => {
    const key = keyOf(item).toLowerCase();
    return seen.size < seen.add(key).size;
  });
}
