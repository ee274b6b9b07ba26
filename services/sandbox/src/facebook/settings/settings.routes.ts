import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyList } from '../../box/parameters';
import { sendPage } from '../../ui/page';
import { seeOther, sessionOf } from '../../ui/sites';
import type { FacebookPersona } from '../../world/facebook-personas';
import { sendDataDeletion } from '../deauthorize';
import type { Facebook } from '../facebook';
import type { FacebookGrant } from '../facebook.state';
import { deletionPage, homePage, integrationsPage } from './settings.pages';

const PATH = '/settings/business-integrations';

/** What the person can do at Facebook itself: see, narrow and remove an app's access. Forms carry no hidden state. */
export function settingsRoutes(scope: FastifyInstance, facebook: Facebook): void {
  const { box, people, grants } = facebook;

  const asPerson =
    (
      action: (
        request: FastifyRequest,
        reply: FastifyReply,
        persona: FacebookPersona,
        grant: FacebookGrant | undefined,
      ) => unknown,
    ) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      const persona = people.find(sessionOf(request));
      if (!persona)
        return seeOther(reply, `/login?next=${encodeURIComponent(request.method === 'GET' ? request.url : PATH)}`);
      return await action(request, reply, persona, grants.find(box.registrations.meta.appId, persona.id));
    };

  scope.get(
    '/',
    asPerson((_request, reply, persona) => sendPage(reply, homePage(persona, people.pages(persona)))),
  );

  scope.get(
    PATH,
    asPerson((_request, reply, persona, grant) =>
      sendPage(reply, integrationsPage(persona, box.registrations.appName, grant, people.pages(persona))),
    ),
  );

  scope.post(
    `${PATH}/edit`,
    asPerson((request, reply, _persona, grant) => {
      if (grant && !grant.removed) {
        const ticked = bodyList(request, 'permission');
        for (const name of Object.keys(grant.permissions)) {
          if (name !== 'public_profile') grant.permissions[name] = ticked.includes(name) ? 'granted' : 'declined';
        }
        grant.pages = bodyList(request, 'page');
        grant.instagram = bodyList(request, 'instagram');
        box.changed();
      }
      return seeOther(reply, PATH);
    }),
  );

  scope.post(
    `${PATH}/remove`,
    asPerson((_request, reply, _persona, grant) => {
      if (grant && !grant.removed) facebook.removeApp(grant);
      return seeOther(reply, PATH);
    }),
  );

  scope.post(
    `${PATH}/data-deletion`,
    asPerson(async (_request, reply, persona, grant) => {
      const answer = grant && (await sendDataDeletion(box, grant));
      return sendPage(reply, deletionPage(persona, answer?.status === 200 ? readAnswer(answer.body) : undefined));
    }),
  );
}

/** Meta expects `{url, confirmation_code}`; anything else is shown as an answer without them. */
function readAnswer(body: string): { url?: string; code?: string } {
  try {
    const json = JSON.parse(body) as { url?: unknown; confirmation_code?: unknown };
    const url = typeof json.url === 'string' && /^https?:/.test(json.url) ? json.url : undefined;
    const code = typeof json.confirmation_code === 'string' ? json.confirmation_code : undefined;
    return { ...(url === undefined ? {} : { url }), ...(code === undefined ? {} : { code }) };
  } catch {
    return {};
  }
}
