import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const web = join(__dirname, '../../../../services/web/src');
const read = (path: string) => readFileSync(join(web, path), 'utf8');

/** Pages whose tabs are pages of their own, by where their tabs are listed. */
const tabbed = {
  '/admin/settings': ['pages/admin/settings/settings-tabs.ts', 'settingsTabs'],
  '/admin/influencers/$id': ['pages/admin/influencers/profile-tabs.ts', 'profileTabs'],
  '/admin/campaigns/$id': ['pages/admin/campaigns/campaign-tabs.ts', 'campaignTabs'],
} as const;

/** Leads elsewhere at once. */
const noPage = new Set(['/admin', '/admin/']);

/** Each page of the web app as its router has it, with a tab where it has tabs: `/admin/campaigns/$id report`. */
export function everyPage(): string[] {
  const router = read('router.tsx');
  const ofMembers = /const adminPages = \[[^]*?\n\] as const;/.exec(router)?.[0] ?? '';
  const inAdmin = pathsIn(ofMembers).map((path) => `/admin${path}`);
  const others = pathsIn(router.replace(ofMembers, ''));
  return [...others, ...inAdmin]
    .filter((path) => !noPage.has(path))
    .flatMap((path) => tabsOf(path)?.map((tab) => `${path} ${tab}`) ?? [path]);
}

/** Which of them this address shows. */
export function pageAt(address: string, pages: readonly string[]): string | undefined {
  const { pathname, searchParams } = new URL(address);
  return pages.find((page) => {
    const [path = '', tab] = page.split(' ');
    const pattern = new RegExp(`^${path.replaceAll(/\$\w+/g, '[^/]+')}$`);
    return pattern.test(pathname) && (tab === undefined || tab === (searchParams.get('tab') ?? tabsOf(path)?.[0]));
  });
}

const pathsIn = (source: string): string[] =>
  [...source.matchAll(/(?:\bpath: |\b(?:page|forMembers|ofOwnData)\()'(\/[^']*)'/g)].map(([, path]) => path!);

function tabsOf(path: string): string[] | undefined {
  const place = Object.entries(tabbed).find(([page]) => page === path)?.[1];
  if (!place) return undefined;
  const [file, name] = place;
  const list = new RegExp(`export const ${name} = \\[([^\\]]*)\\]`).exec(read(file))?.[1] ?? '';
  return [...list.matchAll(/'([^']+)'/g)].map(([, tab]) => tab!);
}
