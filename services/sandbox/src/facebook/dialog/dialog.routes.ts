import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyField, bodyList, pathField, queryField, words } from '../../box/parameters';
import { messagePage, sendPage, SITES } from '../../ui/page';
import { AT_ONCE, seeOther, sessionOf } from '../../ui/sites';
import type { FacebookPersona } from '../../world/facebook-personas';
import type { Facebook } from '../facebook';
import type { FacebookGrant } from '../facebook.state';
import { instagramIds, permissionBoxes, targetBoxes } from './boxes';
import { cancelled, DialogRefused, readDialogRequest, returnAddress, type DialogRequest } from './dialog-request';
import { continueAsPage, permissionsPage, targetsPage } from './dialog.pages';

/**
 * Facebook Login (platforms.md 1.2). The dialog keeps nothing on the server: each step carries the whole request, and
 * each checks it again. Forms: `permissions` {permission*, decision} → `targets` {permission*, page*, instagram*, all,
 * decision} → back to the app. `usual` {} does all of it as the persona would, and so does `sandbox_persona=` in the
 * address, without a login. [FBL, K; both of ours]
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
        const persona = people.find(queryField(request, AT_ONCE) ?? sessionOf(request));
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
    if (queryField(request, AT_ONCE) !== undefined) return asUsual(reply, dialog, persona);
    const grant = grants.find(dialog.appId, persona.id);
    if (!grant || !knowsAll(grant, dialog) || queryField(request, 'sandbox_edit') === 'yes') {
      const boxes = permissionBoxes(dialog, persona, grant);
      return sendPage(reply, permissionsPage(around(request, dialog, persona, 'permissions'), boxes));
    }
    const edit = `${base(request)}?${dialog.query}&sandbox_edit=yes`;
    return sendPage(reply, continueAsPage(around(request, dialog, persona, 'continue'), grant, edit));
  });

  const continueAs = handle((request, reply, dialog, persona) => {
    const grant = grants.find(dialog.appId, persona.id);
    if (bodyField(request, 'decision') !== 'continue' || !grant) return seeOther(reply, cancelled(dialog));
    const granted = dialog.scopes.filter((scope) => grant.permissions[scope] === 'granted');
    return goBack(reply, dialog, persona, { granted, declined: [], pages: grant.pages, instagram: grant.instagram });
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
    const boxes = targetBoxes(pages, persona, grant);
    return sendPage(reply, targetsPage(around(request, dialog, persona, 'targets'), pages, boxes, ticked));
  });

  const choose = handle((request, reply, dialog, persona) => {
    const decision = bodyField(request, 'decision');
    if (decision === 'back') return seeOther(reply, `${base(request)}?${dialog.query}&sandbox_edit=yes`);
    if (decision !== 'continue') return seeOther(reply, cancelled(dialog));
    return finish(reply, dialog, persona, {
      permissions: bodyList(request, 'permission'),
      pages: bodyList(request, 'page'),
      instagram: bodyList(request, 'instagram'),
      all: bodyField(request, 'all') === 'yes',
    });
  });

  /** For callers without eyes: the whole dialog at once, as this persona clicks through it. */
  const usual = handle((_request, reply, dialog, persona) => asUsual(reply, dialog, persona));

  function asUsual(reply: FastifyReply, dialog: DialogRequest, persona: FacebookPersona): FastifyReply {
    if (persona.habits?.refuses) return seeOther(reply, cancelled(dialog));
    const grant = grants.find(dialog.appId, persona.id);
    const offered = people.pages(persona).filter((page) => page.hasRole);
    const { asked, kept, unticked } = permissionBoxes(dialog, persona, grant);
    return finish(reply, dialog, persona, {
      permissions: [...kept, ...asked.filter((name) => !unticked.includes(name))],
      ...targetBoxes(offered, persona, grant),
    });
  }

  /** Only what was offered can be chosen. Where nothing was offered there was no picker, so nothing is narrowed. [inf] */
  function finish(
    reply: FastifyReply,
    dialog: DialogRequest,
    persona: FacebookPersona,
    ticked: { permissions: string[]; pages: string[]; instagram: string[]; all: boolean },
  ): FastifyReply {
    const permissions = ['public_profile', ...ticked.permissions];
    const offered = people.pages(persona).filter((page) => page.hasRole);
    const chosen = (list: string[], from: string[]): string[] | null =>
      ticked.all || from.length === 0 ? null : from.filter((id) => list.includes(id));
    return goBack(reply, dialog, persona, {
      granted: dialog.scopes.filter((scope) => permissions.includes(scope)),
      declined: dialog.scopes.filter((scope) => !permissions.includes(scope)),
      pages: chosen(
        ticked.pages,
        offered.map((page) => page.id),
      ),
      instagram: chosen(ticked.instagram, instagramIds(offered)),
    });
  }

  function goBack(
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
    scope.post(`${prefix}/dialog/oauth/usual`, usual);
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
