import type { FastifyInstance } from 'fastify';
import { loginRoutes } from '../ui/login';
import { SITES } from '../ui/page';
import { site } from '../ui/sites';
import { FACEBOOK_PERSONAS } from '../world/facebook-personas';
import { dialogRoutes } from './dialog/dialog.routes';
import type { Facebook } from './facebook';
import { settingsRoutes } from './settings/settings.routes';

/** Pages under `facebook.localhost`. */
export function facebookSite(app: FastifyInstance, facebook: Facebook): void {
  site(app, 'facebook', (scope) => {
    // Signing in is what lifts a checkpoint (190/459): the person "follows the instructions given". [ERR]
    const unblock = (persona: string): void => {
      const { blocked, ...others } = facebook.people.changes(persona);
      if (blocked === undefined) return;
      facebook.box.state.facebook.people[persona] = others;
      facebook.box.changed();
    };
    loginRoutes(scope, SITES.facebook, FACEBOOK_PERSONAS, (id) => facebook.people.find(id), unblock);
    dialogRoutes(scope, facebook);
    settingsRoutes(scope, facebook);
  });
}
