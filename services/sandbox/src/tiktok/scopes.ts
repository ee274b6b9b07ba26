export interface Scope {
  name: string;
  label: string;
  meaning: string;
  locked?: true;
}

/** Scopes of Login Kit and the fields of `user/info` each opens (platforms.md 4.1). [TTD] */
const SCOPES: readonly Scope[] = [
  {
    name: 'user.info.basic',
    label: 'Your profile picture and name',
    meaning: 'Always shared with an app.',
    locked: true,
  },
  { name: 'user.info.profile', label: 'Your profile', meaning: 'Bio, link, handle and whether you are verified.' },
  { name: 'user.info.stats', label: 'Your counts', meaning: 'Followers, likes and number of videos.' },
  { name: 'video.list', label: 'Your public videos', meaning: 'Read your public videos and how they perform.' },
  { name: 'video.publish', label: 'Post videos for you', meaning: 'Publish on your behalf.' },
  { name: 'video.upload', label: 'Upload drafts', meaning: 'Put videos into your drafts.' },
];

const byName = new Map(SCOPES.map((scope) => [scope.name, scope]));
export const scopeNamed = (name: string): Scope | undefined => byName.get(name);

const USER_FIELDS: Record<string, readonly string[]> = {
  'user.info.basic': ['open_id', 'union_id', 'avatar_url', 'avatar_url_100', 'avatar_large_url', 'display_name'],
  'user.info.profile': ['bio_description', 'profile_deep_link', 'is_verified', 'username'],
  'user.info.stats': ['follower_count', 'following_count', 'likes_count', 'video_count'],
};

const scopeOf = new Map(
  Object.entries(USER_FIELDS).flatMap(([scope, fields]) => fields.map((field) => [field, scope] as const)),
);

/** The scope that opens a field of `user/info`; nothing for a field that does not exist. */
export const scopeOfUserField = (field: string): string | undefined => scopeOf.get(field);
