export interface GoogleScope {
  name: string;
  label: string;
  meaning: string;
  /** Part of signing in, without a box of its own. */
  signIn?: true;
}

const at = (name: string): string => `https://www.googleapis.com/auth/${name}`;

export const OPENID = 'openid';
export const EMAIL = at('userinfo.email');
export const PROFILE = at('userinfo.profile');
export const YOUTUBE_READONLY = at('youtube.readonly');
export const ANALYTICS = at('yt-analytics.readonly');
export const ANALYTICS_MONETARY = at('yt-analytics-monetary.readonly');

/** Scopes that the pretended Google knows (platforms.md 3.2); the writing ones exist to be asked for by mistake. [YTD] */
const SCOPES: readonly GoogleScope[] = [
  {
    name: OPENID,
    label: 'Know who you are on Google',
    meaning: 'Associate you with your Google account.',
    signIn: true,
  },
  { name: EMAIL, label: 'Your e-mail address', meaning: 'See your primary address.', signIn: true },
  { name: PROFILE, label: 'Your profile', meaning: 'See your name and picture.', signIn: true },
  { name: YOUTUBE_READONLY, label: 'View your YouTube account', meaning: 'Channel, videos and their public counts.' },
  { name: ANALYTICS, label: 'View YouTube Analytics reports', meaning: 'Numbers of your YouTube content.' },
  {
    name: ANALYTICS_MONETARY,
    label: 'View monetary and non-monetary YouTube Analytics reports',
    meaning: 'Also what you earn.',
  },
  { name: at('youtube'), label: 'Manage your YouTube account', meaning: 'Change and delete on your behalf.' },
  { name: at('youtube.upload'), label: 'Manage your YouTube videos', meaning: 'Upload and change videos.' },
  { name: at('youtube.force-ssl'), label: 'See, edit and delete your YouTube videos', meaning: 'Change and delete.' },
];

/** Short names that Google takes for two of them and answers with the long ones. [K] */
const SHORT: Record<string, string> = { email: EMAIL, profile: PROFILE };

const byName = new Map(SCOPES.map((scope) => [scope.name, scope]));
export const googleScope = (name: string): GoogleScope | undefined => byName.get(name);
export const longScopeName = (name: string): string => SHORT[name] ?? name;

/** Wider scopes hold the narrower ones. [K] */
const WIDER: Record<string, readonly string[]> = {
  [YOUTUBE_READONLY]: [at('youtube'), at('youtube.force-ssl')],
  [ANALYTICS]: [ANALYTICS_MONETARY],
};

export const allows = (held: readonly string[], needed: string): boolean =>
  held.includes(needed) || (WIDER[needed] ?? []).some((wider) => held.includes(wider));
