import type { FastifyInstance } from 'fastify';
import { bodyList } from '../../box/parameters';
import { sendPage } from '../../ui/page';
import { forPersons, seeOther } from '../../ui/sites';
import type { FacebookPersona } from '../../world/facebook-personas';
import { sendDataDeletion } from '../deauthorize';
import type { Facebook } from '../facebook';
import { deletionPage, homePage, integrationsPage } from './settings.pages';

const PATH = '/settings/business-integrations';

/** What the person can do at Facebook itself: see, narrow and remove an app's access. Forms carry no hidden state. */
export function settingsRoutes(scope: FastifyInstance, facebook: Facebook): void {
  const { box, people, grants, notices } = facebook;

  const asPerson = forPersons((id) => people.find(id), PATH);
  const grantOf = ({ id }: FacebookPersona) => grants.find(box.registrations.meta.appId, id);

  scope.get(
    '/',
    asPerson(({ reply, person }) => sendPage(reply, homePage(person, people.pages(person)))),
  );

  scope.get(
    PATH,
    asPerson(({ reply, person }) =>
      sendPage(reply, integrationsPage(person, box.registrations.appName, grantOf(person), people.pages(person))),
    ),
  );

  scope.post(
    `${PATH}/edit`,
    asPerson(({ request, reply, person }) => {
      const grant = grantOf(person);
      if (grant && !grant.removed) {
        const ticked = bodyList(request, 'permission');
        const before = { ...grant.permissions };
        for (const name of Object.keys(grant.permissions)) {
          if (name !== 'public_profile') grant.permissions[name] = ticked.includes(name) ? 'granted' : 'declined';
        }
        grant.pages = bodyList(request, 'page');
        grant.instagram = bodyList(request, 'instagram');
        box.changed();
        const changed = Object.keys(before).filter((name) => grant.permissions[name] !== before[name]);
        if (changed.length > 0) void notices.permissionsChanged(grant, changed);
      }
      return seeOther(reply, PATH);
    }),
  );

  scope.post(
    `${PATH}/remove`,
    asPerson(({ reply, person }) => {
      const grant = grantOf(person);
      if (grant && !grant.removed) facebook.removeApp(grant);
      return seeOther(reply, PATH);
    }),
  );

  scope.post(
    `${PATH}/data-deletion`,
    asPerson(async ({ reply, person }) => {
      const grant = grantOf(person);
      const answer = grant && (await sendDataDeletion(box, grant));
      return sendPage(reply, deletionPage(person, answer?.status === 200 ? readAnswer(answer.body) : undefined));
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
