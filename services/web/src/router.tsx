import {
  createRootRoute,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import { Loading } from './components/loading';
import { Shell } from './components/shell';
import { Crash } from './pages/crash';
import { readApplicationsSearch } from './pages/admin/applications/applications-search';
import { readCampaignSearch } from './pages/admin/campaigns/campaign-tabs';
import { readProfileSearch } from './pages/admin/influencers/profile-tabs';
import { readRosterSearch } from './pages/admin/influencers/roster-search';
import { readSettingsSearch } from './pages/admin/settings/settings-tabs';
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
  createRoute({ getParentRoute: () => root, path, component: lazyRouteComponent(load) });

const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: (search): { for?: 'admin' } => (search['for'] === 'admin' ? { for: 'admin' } : {}),
  component: lazyRouteComponent(() => import('./pages/sign-in')),
});

const apply = createRoute({
  getParentRoute: () => root,
  path: '/apply',
  validateSearch: (search): { step?: 'details' } => (search['step'] === 'details' ? { step: 'details' } : {}),
  component: lazyRouteComponent(() => import('./pages/apply/application')),
});

const admin = createRoute({
  getParentRoute: () => root,
  path: '/admin',
  component: lazyRouteComponent(() => import('./pages/admin/admin-frame')),
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
    component: lazyRouteComponent(() => import('./pages/admin/influencers/roster')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/influencers/$id',
    validateSearch: readProfileSearch,
    component: lazyRouteComponent(() => import('./pages/admin/influencers/profile')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/applications',
    validateSearch: readApplicationsSearch,
    component: lazyRouteComponent(() => import('./pages/admin/applications/applications')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/campaigns',
    component: lazyRouteComponent(() => import('./pages/admin/campaigns/campaigns')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/campaigns/$id',
    validateSearch: readCampaignSearch,
    component: lazyRouteComponent(() => import('./pages/admin/campaigns/campaign')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/operations',
    component: lazyRouteComponent(() => import('./pages/admin/operations/operations')),
  }),
  createRoute({
    getParentRoute: inAdmin,
    path: '/settings',
    validateSearch: readSettingsSearch,
    component: lazyRouteComponent(() => import('./pages/admin/settings/settings')),
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
    signIn,
    page('/invitation', () => import('./pages/account/invitation')),
    page('/reset-password', () => import('./pages/account/reset-password')),
    admin.addChildren([...adminPages]),
    page('/confirm-address', () => import('./pages/confirm-address')),
    page('/stop-reminders', () => import('./pages/stop-reminders')),
  ]),
  defaultPreload: 'intent',
  defaultErrorComponent: Crash,
  defaultPendingComponent: Loading,
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
