import { createRootRoute, createRoute, createRouter, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { Shell } from './components/shell';
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

export const router = createRouter({
  routeTree: root.addChildren([
    page('/', () => import('./pages/welcome')),
    page('/connect', () => import('./pages/connect')),
    page('/connect/transactions/$id', () => import('./pages/transaction')),
    page('/dashboard', () => import('./pages/dashboard')),
    page('/sign-in', () => import('./pages/sign-in')),
    page('/admin', () => import('./pages/admin')),
    page('/confirm-address', () => import('./pages/confirm-address')),
  ]),
  defaultPreload: 'intent',
});

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}
