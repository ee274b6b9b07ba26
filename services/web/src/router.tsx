import { createRootRoute, createRoute, createRouter, Outlet, redirect } from '@tanstack/react-router';
import { lazyPage, membersPage, ownDataPage } from './lazy-page';
import { Loading } from './components/loading';
import { Shell } from './components/shell';
import { rescue } from './components/unsent';
import { Crash } from './pages/crash';
import { readApplicationsSearch } from './pages/admin/applications/applications-search';
import { readCampaignSearch } from './pages/admin/campaigns/campaign-tabs';
import { readMergeSearch } from './pages/admin/influencers/merge/merge-search';
import { readProfileSearch } from './pages/admin/influencers/profile-tabs';
import { readRosterSearch } from './pages/admin/influencers/roster-search';
import { readReportSearch, readReportsSearch } from './pages/admin/reports/reports-search';
import { readSettingsSearch } from './pages/admin/settings/settings-tabs';
import { readHelpSearch, readStepSearch } from './help/help-search';
import { NotFound } from './pages/not-found';

const root = createRootRoute({
  component: () => (
    <Shell>
      <Outlet />
    </Shell>
  ),
  notFoundComponent: NotFound,
});

const page = <Path extends string>(path: Path, load: () => Promise<{ default: React.ComponentType }>) =>
  createRoute({ getParentRoute: () => root, path, component: lazyPage(load) });

const forMembers = <Path extends string>(path: Path, load: () => Promise<{ default: React.ComponentType }>) =>
  createRoute({ getParentRoute: () => root, path, component: membersPage(load) });

const ofOwnData = <Path extends string>(path: Path, load: () => Promise<{ default: React.ComponentType }>) =>
  createRoute({ getParentRoute: () => root, path, component: ownDataPage(load) });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { for?: 'admin' } => (search['for'] === 'admin' ? { for: 'admin' } : {}),
  component: lazyPage(() => import('./pages/sign-in')),
});

const apply = createRoute({
  getParentRoute: () => root,
  path: '/apply',
  validateSearch: (search): { step?: 'details' } => (search['step'] === 'details' ? { step: 'details' } : {}),
  component: lazyPage(() => import('./pages/apply/application')),
});

const help = createRoute({
  getParentRoute: () => root,
  path: '/help',
  validateSearch: readHelpSearch,
  component: lazyPage(() => import('./pages/help/help-index')),
});
const helpTopic = createRoute({
  getParentRoute: () => root,
  path: '/help/$topic',
  validateSearch: readStepSearch,
  component: lazyPage(() => import('./pages/help/help-topic')),
});

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: membersPage(() => import('./pages/admin/admin-frame')),
});
const inAdmin = () => admin;

const adminPages = [
  createRoute({
    getParentRoute: inAdmin,
    path: '/',
    beforeLoad: () => {
      // oxlint-disable-next-line typescript/only-throw-error -- the router's own way to go elsewhere
      throw redirect({ to: '/admin/influencers', search: {}, replace: true });
    },
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/influencers',
    validateSearch: readRosterSearch,
    component: lazyPage(() => import('./pages/admin/influencers/roster')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/influencers/$id',
    validateSearch: readProfileSearch,
    component: lazyPage(() => import('./pages/admin/influencers/profile')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/influencers/$id/merge',
    validateSearch: readMergeSearch,
    component: lazyPage(() => import('./pages/admin/influencers/merge/merge')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/applications',
    validateSearch: readApplicationsSearch,
    component: lazyPage(() => import('./pages/admin/applications/applications')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/campaigns',
    component: lazyPage(() => import('./pages/admin/campaigns/campaigns')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/campaigns/$id',
    validateSearch: readCampaignSearch,
    component: lazyPage(() => import('./pages/admin/campaigns/campaign')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/discover',
    component: lazyPage(() => import('./pages/admin/discover/discover')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/reports',
    validateSearch: readReportsSearch,
    component: lazyPage(() => import('./pages/admin/reports/reports')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/reports/$id',
    validateSearch: readReportSearch,
    component: lazyPage(() => import('./pages/admin/reports/report')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/operations',
    component: lazyPage(() => import('./pages/admin/operations/operations')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/settings',
    validateSearch: readSettingsSearch,
    component: lazyPage(() => import('./pages/admin/settings/settings')),
  }),
] as const;

export const router = createRouter({
  routeTree: root.addChildren([
    page('/', () => import('./pages/welcome')),
    page('/connect', () => import('./pages/connect')),
    page('/connect/transactions/$id', () => import('./pages/transaction')),
    apply,
    page('/apply/$slug', () => import('./pages/apply/start')),
    page('/dashboard', () => import('./pages/dashboard')),
    ofOwnData('/dashboard/data', () => import('./pages/own-data/data')),
    ofOwnData('/dashboard/security', () => import('./pages/own-data/security')),
    ofOwnData('/erased', () => import('./pages/own-data/erased')),
    page('/merged', () => import('./pages/merged')),
    signIn,
    forMembers('/invitation', () => import('./pages/account/invitation')),
    forMembers('/reset-password', () => import('./pages/account/reset-password')),
    admin.addChildren([...adminPages]),
    page('/confirm-address', () => import('./pages/confirm-address')),
    help,
    helpTopic,
    page('/stop-reminders', () => import('./pages/stop-reminders')),
    page('/stop-digest', () => import('./pages/stop-digest')),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: Crash,
  defaultOnCatch: rescue,
  defaultPendingComponent: Loading,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
