import type { FastifyRequest } from 'fastify';
import { parameter, queryField } from '../../box/parameters';
import { facebookUserId } from '../../world/ids';
import type { Facebook } from '../facebook';
import type { FacebookGrant, FacebookToken } from '../facebook.state';
import { authenticate, deathOf, isAppToken, tokenOf } from './caller';
import { masked } from './fields';
import { badParameter, GraphError, missingObject, tokenMessage } from './graph-error';
import { fieldsOf } from './people-and-pages';

const PAGE_SCOPES = new Set(['pages_show_list', 'pages_read_engagement']);

/** `debug_token`: what a token is, whose, for what, until when (platforms.md 1.5). Asked with the app's own token. [FBL, CODE, K] */
export function debugToken(request: FastifyRequest, facebook: Facebook): object {
  const asker = tokenOf(request);
  if (asker === undefined || !isAppToken(facebook, asker)) {
    throw badParameter(
      'You must provide an app access token, or a user access token that is an owner or developer of the app',
    );
  }
  const text = queryField(request, 'input_token');
  if (text === undefined) throw badParameter('The parameter input_token is required');
  const token = facebook.grants.findToken(text);
  if (!token) {
    return { data: { is_valid: false, scopes: [], error: { code: 190, message: 'Invalid OAuth access token.' } } };
  }
  request.apiCall.persona = token.personaId;
  if (token.appId !== facebook.box.registrations.meta.appId) {
    throw badParameter('The App_id in the input_token did not match the Viewing App');
  }
  const death = deathOf(facebook, token);
  const about = aboutToken(facebook, token);
  if (death !== undefined) {
    return {
      data: {
        ...about,
        is_valid: false,
        scopes: [],
        error: { code: 190, subcode: death, message: tokenMessage(death) },
      },
    };
  }
  const grant = facebook.grants.find(token.appId, token.personaId);
  return { data: { ...about, is_valid: true, ...(grant ? scopesOf(grant) : { scopes: [] }) } };
}

function aboutToken({ box, grants, people }: Facebook, token: FacebookToken): object {
  const grant = grants.find(token.appId, token.personaId);
  return {
    app_id: token.appId,
    type: token.kind,
    application: box.registrations.appName,
    user_id: facebookUserId(token.appId, people.find(token.personaId)?.number ?? 0),
    ...(token.pageId === undefined ? {} : { profile_id: token.pageId }),
    issued_at: box.clock.told(token.issuedAt),
    expires_at: token.expiresAt === null ? 0 : box.clock.told(token.expiresAt),
    data_access_expires_at: grant ? box.clock.told(grant.dataAccessEndsAt) : 0,
  };
}

/** No `target_ids` means "all current and future ones". [K] */
function scopesOf(grant: FacebookGrant): object {
  const scopes = Object.keys(grant.permissions).filter((name) => grant.permissions[name] === 'granted');
  const granular = scopes
    .filter((scope) => PAGE_SCOPES.has(scope) || scope.startsWith('instagram_'))
    .map((scope) => {
      const targets = PAGE_SCOPES.has(scope) ? grant.pages : grant.instagram;
      return targets === null ? { scope } : { scope, target_ids: targets };
    });
  return { scopes, granular_scopes: granular };
}

/** `GET /{user}/permissions`. [FBL, FB26] */
export function listPermissions(request: FastifyRequest, facebook: Facebook, id: string): object {
  const { permissions } = grantOf(request, facebook, id);
  const fields = fieldsOf(request);
  const rows = Object.entries(permissions).map(([permission, status]) => ({ permission, status }));
  return { data: rows.map((row) => masked('Permission', ['permission', 'status'], row, fields)) };
}

/** `DELETE /{user}/permissions[/{name}]`: all of them removes the app and fires the callback, one does not. [FB26, K] */
export function deletePermissions(
  request: FastifyRequest,
  facebook: Facebook,
  id: string,
  name: string | undefined,
): object {
  const grant = grantOf(request, facebook, id);
  if (name === undefined) {
    facebook.removeApp(grant);
    return { success: true };
  }
  if (!(name in grant.permissions)) throw badParameter(`Permission ${name} is not granted`);
  grant.permissions[name] = 'declined';
  facebook.box.changed();
  return { success: true };
}

/** With the person's own token, or with the app's token and the person's id. */
function grantOf(request: FastifyRequest, facebook: Facebook, id: string): FacebookGrant {
  const { box, grants } = facebook;
  const { appId } = box.registrations.meta;
  if (isAppToken(facebook, tokenOf(request) ?? '')) {
    const grant = Object.values(box.state.facebook.grants).find(
      (one) => one.appId === appId && facebookUserId(appId, facebook.people.find(one.personaId)?.number ?? 0) === id,
    );
    if (!grant || grant.removed) throw missingObject(id, request.method.toLowerCase());
    request.apiCall.persona = grant.personaId;
    return grant;
  }
  const { token, grant, persona } = authenticate(request, facebook);
  if (token.kind !== 'USER') throw new GraphError(210, 'A user access token is required to request this resource.');
  if (id !== 'me' && id !== facebookUserId(grant.appId, persona.number)) throw missingObject(id);
  return grants.find(grant.appId, persona.id) ?? grant;
}

export const permissionToDelete = (request: FastifyRequest): string | undefined => parameter(request, 'permission');
