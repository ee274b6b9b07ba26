import type { Platform } from '@creator-connect/contracts';

interface Yield {
  data: string;
  /** All of them are needed. */
  permissions: readonly string[];
}

const google = (name: string) => `https://www.googleapis.com/auth/${name}`;

/** What a permission opens, in the words of our API; the platforms' documents of each scope say the rest. */
const yields: Readonly<Record<Platform, readonly Yield[]>> = {
  instagram: [
    { data: 'profile', permissions: ['instagram_basic', 'pages_show_list', 'pages_read_engagement'] },
    { data: 'posts', permissions: ['instagram_basic'] },
    { data: 'stories', permissions: ['instagram_basic', 'instagram_manage_insights'] },
    { data: 'performance', permissions: ['instagram_manage_insights'] },
    { data: 'audience', permissions: ['instagram_manage_insights'] },
  ],
  tiktok: [
    { data: 'profile', permissions: ['user.info.basic'] },
    { data: 'handle_and_biography', permissions: ['user.info.profile'] },
    { data: 'followers', permissions: ['user.info.stats'] },
    { data: 'posts', permissions: ['video.list'] },
    { data: 'performance', permissions: ['video.list'] },
  ],
  youtube: [
    { data: 'profile', permissions: [google('youtube.readonly')] },
    { data: 'posts', permissions: [google('youtube.readonly')] },
    { data: 'performance', permissions: [google('youtube.readonly'), google('yt-analytics.readonly')] },
    { data: 'audience', permissions: [google('yt-analytics.readonly')] },
  ],
};

export interface FieldPromise {
  data: string;
  collected: boolean;
  missingPermissions: string[];
}

/** What a grant with these scopes yields, and which permission keeps the rest away. */
export function fieldPromise(platform: Platform, isLive: boolean, scopes: readonly string[]): FieldPromise[] {
  return yields[platform].map(({ data, permissions }) => {
    const missingPermissions = permissions.filter((permission) => !scopes.includes(permission));
    return { data, collected: isLive && missingPermissions.length === 0, missingPermissions };
  });
}
