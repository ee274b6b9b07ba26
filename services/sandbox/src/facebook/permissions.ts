/** How the dialog words a permission, and whether it can be declined. */
export interface Permission {
  name: string;
  label: string;
  meaning: string;
  locked?: true;
}

const PERMISSIONS: readonly Permission[] = [
  {
    name: 'public_profile',
    label: 'Your name and profile picture',
    meaning: 'Always shared with an app.',
    locked: true,
  },
  {
    name: 'instagram_basic',
    label: 'Profile and posts of your Instagram account',
    meaning: 'Read the professional account that is connected to your Page.',
  },
  {
    name: 'instagram_manage_insights',
    label: 'Insights of your Instagram account',
    meaning: 'Read how posts and stories perform, and who the audience is.',
  },
  { name: 'pages_show_list', label: 'List of the Pages you manage', meaning: 'See which Pages you have a role on.' },
  {
    name: 'pages_read_engagement',
    label: 'Content of your Pages',
    meaning: 'Read what is posted on a Page, and its followers.',
  },
  { name: 'email', label: 'Your e-mail address', meaning: 'Read the primary address of your profile.' },
  {
    name: 'business_management',
    label: 'Manage your business portfolio',
    meaning: 'Read and change what your business owns.',
  },
  { name: 'ads_management', label: 'Manage your ads', meaning: 'Read and change ads.' },
  { name: 'ads_read', label: 'Your ads', meaning: 'Read ads and their results.' },
  { name: 'read_insights', label: 'Insights of your Pages', meaning: 'Read numbers of Pages and apps.' },
  { name: 'instagram_content_publish', label: 'Post on Instagram for you', meaning: 'Create posts on your behalf.' },
];

const byName = new Map(PERMISSIONS.map((permission) => [permission.name, permission]));

export const permissionNamed = (name: string): Permission | undefined => byName.get(name);

/** Not ended by the 90 days of data access (platforms.md 1.4). [AVD] */
export const EXEMPT_FROM_DATA_ACCESS = new Set([
  'public_profile',
  'pages_show_list',
  'pages_read_engagement',
  'business_management',
  'read_insights',
  'ads_management',
  'ads_read',
]);
