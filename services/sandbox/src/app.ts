import formbody from '@fastify/formbody';
import Fastify, { type FastifyInstance } from 'fastify';
import { createBox, type Box } from './box/box';
import { log } from './box/log';
import { controlRoutes } from './control/control.routes';
import { createFacebook } from './facebook/facebook';
import { facebookSite } from './facebook/facebook.routes';
import { graphRoutes } from './facebook/graph/graph.routes';
import { facebookDesk } from './facebook/persona-desk';
import { analyticsRoutes } from './google/analytics-api/analytics.routes';
import { createGoogle } from './google/google';
import { googleSite } from './google/google.routes';
import { googleOAuthRoutes } from './google/oauth-api/oauth.routes';
import { googleDesk } from './google/persona-desk';
import { Quota } from './google/quota';
import { youtubeRoutes } from './google/youtube-api/youtube.routes';
import { instagramSite } from './instagram/instagram.routes';
import type { SandboxConfig } from './sandbox.config';
import { openApiRoutes } from './tiktok/open-api/open-api.routes';
import { tiktokDesk } from './tiktok/persona-desk';
import { createTikTok } from './tiktok/tiktok';
import { tiktokSite } from './tiktok/tiktok.routes';
import { Agency } from './ttcm/agency';
import { Marketplace } from './ttcm/marketplace';
import { notificationRoutes } from './ttcm/notifications.routes';
import { portalRoutes } from './ttcm/portal.routes';
import { ttcmRoutes } from './ttcm/ttcm.routes';

export interface Sandbox {
  box: Box;
  /** Resolves with the port that was taken. */
  listen(): Promise<number>;
  close(): Promise<void>;
}

/** Puts the box together. Nothing listens before `listen`, nothing is left after `close`. */
export function createSandbox(config: SandboxConfig, realNow?: () => number): Sandbox {
  const box = createBox(config, realNow);
  const app = Fastify({ logger: false, forceCloseConnections: true, routerOptions: { maxParamLength: 300 } });
  app.decorateRequest('apiCall');
  void app.register(formbody);
  app.setErrorHandler((error, _request, reply) => {
    const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
    if (status >= 500) log('error', 'unexpected failure', { cause: error instanceof Error ? error.stack : 'unknown' });
    return reply.code(status).type('text/plain').send('The sandbox could not do that.');
  });
  registerAll(app, box);
  return {
    box,
    async listen() {
      await app.listen({ port: config.PORT, host: config.HOST });
      const address = app.server.address();
      if (typeof address === 'object' && address) box.port = address.port;
      return box.port;
    },
    async close() {
      box.close();
      await app.close();
    },
  };
}

function registerAll(app: FastifyInstance, box: Box): void {
  const facebook = createFacebook(box);
  const tiktok = createTikTok(box);
  const google = createGoogle(box);
  const quota = new Quota(box);
  const marketplace = new Marketplace(box, tiktok);
  const agency = new Agency(box);

  facebookSite(app, facebook);
  instagramSite(app, box);
  googleSite(app, google);
  tiktokSite(app, tiktok, (scope) => {
    notificationRoutes(scope, tiktok, marketplace);
    portalRoutes(scope, box, agency);
  });

  graphRoutes(app, facebook);
  openApiRoutes(app, tiktok);
  ttcmRoutes(app, box, tiktok, marketplace, agency);
  googleOAuthRoutes(app, google);
  youtubeRoutes(app, google, quota);
  analyticsRoutes(app, google, quota);

  controlRoutes(app, box, [facebookDesk(facebook), tiktokDesk(tiktok, marketplace), googleDesk(google)]);
  app.get('/health/live', async () => ({ status: 'ok' }));
  app.get('/health/ready', async () => ({ status: 'ok' }));
}
