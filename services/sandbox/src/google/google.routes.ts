import type { FastifyInstance } from 'fastify';
import { loginRoutes } from '../ui/login';
import { SITES } from '../ui/page';
import { pictureRoutes } from '../ui/picture';
import { site } from '../ui/sites';
import { GOOGLE_PERSONAS } from '../world/google-personas';
import { authRoutes } from './consent/auth.routes';
import type { Google } from './google';
import { connectionRoutes } from './settings.routes';

/** Pages under `google.localhost`. */
export function googleSite(app: FastifyInstance, google: Google): void {
  site(app, 'google', (scope) => {
    // Signing in again is what ends a demand for it (`invalid_rapt`). [GOA]
    const signedIn = (persona: string): void => {
      if (google.people.changes(persona).mustReauthenticate)
        google.people.change(persona, { mustReauthenticate: false });
    };
    loginRoutes(scope, SITES.google, GOOGLE_PERSONAS, (id) => google.people.find(id), signedIn);
    authRoutes(scope, google);
    connectionRoutes(scope, google);
    pictureRoutes(scope, google.box);
  });
}
