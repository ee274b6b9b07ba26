import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyField, bodyList, pathField, queryField, words } from '../../box/parameters';
import { messagePage, sendPage, SITES } from '../../ui/page';
import { seeOther, sessionOf } from '../../ui/sites';
import type { FacebookPersona } from '../../world/facebook-personas';
import { instagramId } from '../../world/ids';
import type { Facebook } from '../facebook';
import type { FacebookGrant } from '../facebook.state';
import { cancelled, DialogRefused, readDialogRequest, returnAddress, type DialogRequest } from './dialog-request';
import { continueAsPage, permissionsPage, targetsPage } from './dialog.pages';

/**
 * Facebook Login (platforms.md 1.2). The dialog keeps nothing on the server: each step carries the whole request, and
 * each checks it again. Forms: `permissions` {permission*, decision} → `targets` {permission*, page*, instagram*, all,
 * decision} → back to the app. [FBL, K]
 */
export function dialogRoutes(scope: FastifyInstance, facebook: Facebook): void {
  const { box, people, grants } = facebook;

  const handle =
    (
      step: (request: FastifyRequest, reply: FastifyReply, dialog: DialogRequest, persona: FacebookPersona) => unknown,
    ) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      try {
        const dialog = readDialogRequest(request, box);
        const persona = people.find(sessionOf(request));
        if (persona) return await step(request, reply, dialog, persona);
        return seeOther(reply, `/login?next=${encodeURIComponent(`${base(request)}?${dialog.query}`)}`);
      } catch (error) {
        if (!(error instanceof DialogRefused)) throw error;
        return sendPage(reply, messagePage(SITES.facebook, error.title, error.message, error.detail), 400);
      }
    };

  const around = (request: FastifyRequest, dialog: DialogRequest, persona: FacebookPersona, step: string) => ({
    appName: box.registrations.appName,
    persona,
    action: `${base(request)}/${step}?${dialog.query}`,
  });

  const open = handle((request, reply, dialog, persona) => {
    const grant = grants.find(dialog.appId, persona.id);
    if (!grant || !knowsAll(grant, dialog) || queryField(request, 'sandbox_edit') === 'yes') {
      return sendPage(reply, permissionsPage(around(request, dialog, persona, 'permissions'), boxes(grant, dialog)));
    }
    const edit = `${base(request)}?${dialog.query}&sandbox_edit=yes`;
    return sendPage(reply, continueAsPage(around(request, dialog, persona, 'continue'), grant, edit));
  });

  const continueAs = handle((request, reply, dialog, persona) => {
    const grant = grants.find(dialog.appId, persona.id);
    if (bodyField(request, 'decision') !== 'continue' || !grant) return seeOther(reply, cancelled(dialog));
    const granted = dialog.scopes.filter((scope) => grant.permissions[scope] === 'granted');
    return finish(reply, dialog, persona, { granted, declined: [], pages: grant.pages, instagram: grant.instagram });
  });

  const permissions = handle((request, reply, dialog) => {
    if (bodyField(request, 'decision') !== 'continue') return seeOther(reply, cancelled(dialog));
    const ticked = bodyList(request, 'permission').join(',');
    return seeOther(
      reply,
      `${base(request)}/targets?${dialog.query}&sandbox_permissions=${encodeURIComponent(ticked)}`,
    );
  });

  const targets = handle((request, reply, dialog, persona) => {
    const ticked = words(queryField(request, 'sandbox_permissions'));
    const pages = people.pages(persona).filter((page) => page.hasRole);
    const grant = grants.find(dialog.appId, persona.id);
    return sendPage(
      reply,
      targetsPage(around(request, dialog, persona, 'targets'), pages, grant?.removed ? undefined : grant, ticked),
    );
  });

  const choose = handle((request, reply, dialog, persona) => {
    const decision = bodyField(request, 'decision');
    if (decision === 'back') return seeOther(reply, `${base(request)}?${dialog.query}&sandbox_edit=yes`);
    if (decision !== 'continue') return seeOther(reply, cancelled(dialog));
    const ticked = new Set(['public_profile', ...bodyList(request, 'permission')]);
    const all = bodyField(request, 'all') === 'yes';
    const offered = people.pages(persona).filter((page) => page.hasRole);
    const accounts = offered.flatMap((page) => (page.instagram ? [instagramId(page.instagram.number)] : []));
    return finish(reply, dialog, persona, {
      granted: dialog.scopes.filter((scope) => ticked.has(scope)),
      declined: dialog.scopes.filter((scope) => !ticked.has(scope)),
      pages: all ? null : offered.map((page) => page.id).filter((id) => bodyList(request, 'page').includes(id)),
      instagram: all ? null : accounts.filter((id) => bodyList(request, 'instagram').includes(id)),
    });
  });

  function finish(
    reply: FastifyReply,
    dialog: DialogRequest,
    persona: FacebookPersona,
    chosen: { granted: string[]; declined: string[]; pages: string[] | null; instagram: string[] | null },
  ): FastifyReply {
    const { appId, redirectUri } = dialog;
    grants.consent({ personaId: persona.id, appId, ...chosen });
    const code = grants.makeCode({ appId, personaId: persona.id, redirectUri });
    const told = { granted_scopes: chosen.granted.join(','), denied_scopes: chosen.declined.join(',') };
    return seeOther(reply, returnAddress(dialog, { code, ...(dialog.tellsScopes ? told : {}) }));
  }

  for (const prefix of ['', '/:version']) {
    scope.get(`${prefix}/dialog/oauth`, open);
    scope.post(`${prefix}/dialog/oauth/continue`, continueAs);
    scope.post(`${prefix}/dialog/oauth/permissions`, permissions);
    scope.get(`${prefix}/dialog/oauth/targets`, targets);
    scope.post(`${prefix}/dialog/oauth/targets`, choose);
  }
}

/** The dialog's own address, with or without a version, whatever the step. */
function base(request: FastifyRequest): string {
  const version = pathField(request, 'version');
  return `${version === '' ? '' : `/${version}`}/dialog/oauth`;
}

/** Nothing new to ask: a declined permission is not asked again, unless `auth_type=rerequest` says so. [FBL] */
function knowsAll(grant: FacebookGrant, dialog: DialogRequest): boolean {
  if (grant.removed) return false;
  return dialog.scopes.every((scope) => {
    const status = grant.permissions[scope];
    return status === 'granted' || (status === 'declined' && dialog.authType !== 'rerequest');
  });
}

/** `rerequest` shows only what is missing; what is held already goes along unseen. Else everything, as it is now. */
function boxes(
  grant: FacebookGrant | undefined,
  dialog: DialogRequest,
): { asked: string[]; kept: string[]; unticked: string[] } {
  const status = (scope: string) => (grant?.removed ? undefined : grant?.permissions[scope]);
  if (dialog.authType === 'rerequest') {
    const missing = dialog.scopes.filter((scope) => status(scope) !== 'granted');
    const asked = missing.length > 0 ? missing : dialog.scopes;
    return { asked, kept: dialog.scopes.filter((scope) => !asked.includes(scope)), unticked: [] };
  }
  return { asked: dialog.scopes, kept: [], unticked: dialog.scopes.filter((scope) => status(scope) === 'declined') };
}
