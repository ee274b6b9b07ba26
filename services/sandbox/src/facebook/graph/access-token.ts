import type { FastifyRequest } from 'fastify';
import { parameter } from '../../box/parameters';
import { sameText } from '../../box/secrets';
import type { Facebook } from '../facebook';
import type { FacebookCode, FacebookGrant } from '../facebook.state';
import { deathOf } from './caller';
import { badParameter, GraphError, tokenInvalid } from './graph-error';

/** Another app's id, for the fault `foreign_app`: its tokens are alive, only not ours. */
const FOREIGN_APP = '900000000000001';

/** `oauth/access_token`: code → short-lived user token, short-lived → long-lived (platforms.md 1.4). [FBL, LLT, K] */
export function accessToken(request: FastifyRequest, facebook: Facebook): object {
  const { meta } = facebook.box.registrations;
  if (parameter(request, 'client_id') !== meta.appId) {
    throw new GraphError(101, 'Error validating application. Cannot get application info due to a system error.');
  }
  if (!sameText(parameter(request, 'client_secret') ?? '', meta.appSecret)) {
    throw new GraphError(1, 'Error validating client secret.');
  }
  const type = parameter(request, 'grant_type');
  if (type === 'fb_exchange_token') return exchange(request, facebook);
  if (type === 'client_credentials') return { access_token: `${meta.appId}|${meta.appSecret}`, token_type: 'bearer' };
  if (type === undefined || type === 'authorization_code') return redeem(request, facebook);
  throw badParameter(`Unknown grant_type ${type}`);
}

function redeem(request: FastifyRequest, facebook: Facebook): object {
  const { box, grants } = facebook;
  const text = parameter(request, 'code');
  if (text === undefined) throw new GraphError(1, 'Missing authorization code');
  const redirectUri = parameter(request, 'redirect_uri');
  if (redirectUri === undefined) throw new GraphError(191, 'Missing redirect_uri parameter.');

  const code = grants.findCode(text);
  if (!code) throw new GraphError(100, 'Invalid verification code format.');
  request.apiCall.persona = code.personaId;
  if (code.used) throw new GraphError(100, 'This authorization code has been used.', { subcode: 36009 });
  if (code.expiresAt <= box.clock.now()) {
    throw new GraphError(100, 'This authorization code has expired.', { subcode: 36007 });
  }
  if (code.redirectUri !== redirectUri) {
    const message =
      'Error validating verification code. Please make sure your redirect_uri is identical to the one you used in the OAuth dialog request';
    throw new GraphError(100, message, { subcode: 36008 });
  }
  code.used = true;
  box.changed();
  const grant = played(facebook, code);
  if (!grant || grant.removed) throw new GraphError(100, 'Invalid verification code format.');
  const seconds = box.state.settings.facebook.shortLivedSeconds;
  return tokenAnswer(grants.makeUserToken(grant, false, box.clock.now() + seconds * 1000), seconds);
}

/** The grant behind a code, after the scripted oddities: a permission nobody asked for, another person's or another app's grant. */
function played({ box, grants, people }: Facebook, code: FacebookCode): FacebookGrant | undefined {
  const consented = grants.find(code.appId, code.personaId);
  const target = { platform: 'facebook', operation: 'graph.oauth.access_token', persona: code.personaId } as const;
  const changed = box.faults.take(['changed_identity'], target);
  const other = people.find(changed?.as)?.id;
  const grant = consented && other !== undefined ? sameFor(other, code.appId, consented) : consented;
  const surplus = box.faults.take(['surplus_scope'], target);
  if (grant && surplus) grant.permissions[surplus.scope] = 'granted';
  if (!grant || !box.faults.take(['foreign_app'], target)) return grant;
  return sameFor(grant.personaId, FOREIGN_APP, grant);

  function sameFor(personaId: string, appId: string, { permissions, pages, instagram }: FacebookGrant): FacebookGrant {
    const granted = Object.keys(permissions).filter((name) => permissions[name] === 'granted');
    // Pages and accounts of one person mean nothing for another.
    const chosen = personaId === code.personaId ? { pages, instagram } : { pages: null, instagram: null };
    return grants.consent({ personaId, appId, granted, declined: [], ...chosen });
  }
}

/** Whether exchanging a long-lived token again lengthens its life is not documented: here it does not. [LLT, inf] */
function exchange(request: FastifyRequest, facebook: Facebook): object {
  const { box, grants } = facebook;
  const token = grants.findToken(parameter(request, 'fb_exchange_token') ?? '');
  if (!token || token.kind !== 'USER') throw tokenInvalid();
  request.apiCall.persona = token.personaId;
  const death = deathOf(facebook, token);
  if (death !== undefined) throw tokenInvalid(death);
  const grant = grants.find(token.appId, token.personaId);
  if (!grant) throw tokenInvalid();
  const now = box.clock.now();
  const end =
    token.longLived && token.expiresAt !== null
      ? token.expiresAt
      : now + box.state.settings.facebook.longLivedSeconds * 1000;
  return tokenAnswer(grants.makeUserToken(grant, true, end), Math.floor((end - now) / 1000));
}

const tokenAnswer = (token: string, seconds: number) => ({
  access_token: token,
  token_type: 'bearer',
  expires_in: seconds,
});
