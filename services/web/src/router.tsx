import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Loading } from './components/loading';
import { Shell } from './components/shell';
import { Crash } from './pages/crash';
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

export const router = createRouter({
  routeTree: root.addChildren([
    page('/', () => import('./pages/welcome')),
    page('/connect', () => import('./pages/connect')),
    page('/connect/transactions/$id', () => import('./pages/transaction')),
    page('/dashboard', () => import('./pages/dashboard')),
    signIn,
    page('/admin', () => import('./pages/admin')),
    page('/confirm-address', () => import('./pages/confirm-address')),
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
