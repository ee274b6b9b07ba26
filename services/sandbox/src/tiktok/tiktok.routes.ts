import type { FastifyInstance } from 'fastify';
import { loginRoutes } from '../ui/login';
import { SITES } from '../ui/page';
import { site } from '../ui/sites';
import { TIKTOK_PERSONAS } from '../world/tiktok-personas';
import { authorizeRoutes } from './authorize/authorize.routes';
import { publicRoutes } from './public.routes';
import { personalRoutes } from './settings.routes';
import type { TikTok } from './tiktok';

/** Pages under `tiktok.localhost`; `more` adds those of the marketplace, which lives on the same site. */
export function tiktokSite(app: FastifyInstance, tiktok: TikTok, more: (scope: FastifyInstance) => void): void {
  site(app, 'tiktok', (scope) => {
    const find = (id: string) => tiktok.people.find(id)?.persona;
    loginRoutes(scope, SITES.tiktok, TIKTOK_PERSONAS, find, () => undefined);
    authorizeRoutes(scope, tiktok);
    personalRoutes(scope, tiktok);
    publicRoutes(scope, tiktok);
    more(scope);
  });
}
