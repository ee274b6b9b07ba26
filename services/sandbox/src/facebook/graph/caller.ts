import type { FastifyRequest } from 'fastify';
import { parameter } from '../../box/parameters';
import { hmac, sameText } from '../../box/secrets';
import type { FacebookPersona } from '../../world/facebook-personas';
import { instagramId } from '../../world/ids';
import type { InstagramAccount } from '../../world/instagram-accounts';
import type { Facebook } from '../facebook';
import type { FacebookGrant, FacebookToken } from '../facebook.state';
import type { PersonPage } from '../people';
import { EXEMPT_FROM_DATA_ACCESS } from '../permissions';
import { GraphError, missingObject, missingPermission, tokenInvalid } from './graph-error';

/** Whoever calls with a person's or a Page's token, found alive. */
export interface Caller {
  text: string;
  token: FacebookToken;
  grant: FacebookGrant;
  persona: FacebookPersona;
}

/** In the header (`Bearer` or `OAuth`), or as a parameter: Meta takes both. */
export function tokenOf(request: FastifyRequest): string | undefined {
  const header = /^(?:Bearer|OAuth)\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  return header ?? parameter(request, 'access_token');
}

export function isAppToken(facebook: Facebook, text: string): boolean {
  const { appId, appSecret } = facebook.box.registrations.meta;
  return sameText(text, `${appId}|${appSecret}`);
}

/** Why a token is dead: a subcode of error 190, or nothing while it lives (platforms.md 1.12). [ERR, CODE, K] */
export function deathOf(facebook: Facebook, token: FacebookToken): number | undefined {
  const grant = facebook.grants.find(token.appId, token.personaId);
  if (!grant) return 458;
  if (token.epoch < grant.epoch) return grant.endings[token.epoch] ?? 467;
  const { blocked, pagesWithoutRole = [] } = facebook.people.changes(token.personaId);
  if (blocked !== undefined) return blocked;
  if (token.expiresAt !== null && token.expiresAt <= facebook.box.clock.now()) return 463;
  return token.pageId !== undefined && pagesWithoutRole.includes(token.pageId) ? 492 : undefined;
}

export function authenticate(request: FastifyRequest, facebook: Facebook): Caller {
  const text = tokenOf(request);
  if (text === undefined) {
    throw new GraphError(104, 'An access token is required to request this resource.', { status: 401 });
  }
  checkProof(request, facebook, text);
  const token = facebook.grants.findToken(text);
  if (!token) throw tokenInvalid();
  const death = deathOf(facebook, token);
  if (death !== undefined) throw tokenInvalid(death);
  const grant = facebook.grants.find(token.appId, token.personaId);
  const persona = facebook.people.find(token.personaId);
  if (!grant || !persona) throw tokenInvalid();
  return { text, token, grant, persona };
}

/** Verified whenever it is sent; demanded when the app's switch "Require App Secret" is on. [K] */
export function checkProof(request: FastifyRequest, facebook: Facebook, token: string): void {
  const { box } = facebook;
  const proof = parameter(request, 'appsecret_proof');
  if (proof === undefined) {
    if (!box.state.settings.facebook.requireProof) return;
    throw new GraphError(100, 'API calls from the server require an appsecret_proof argument', {
      type: 'GraphMethodException',
    });
  }
  const issuedToUs =
    (facebook.grants.findToken(token)?.appId ?? box.registrations.meta.appId) === box.registrations.meta.appId;
  if (issuedToUs && sameText(proof, hmac(box.registrations.meta.appSecret, token).toString('hex'))) return;
  throw new GraphError(100, 'Invalid appsecret_proof provided in the API argument', { type: 'GraphMethodException' });
}

/** Granted, and not asleep because the 90 days of data access are over (exact answer unknown: a known gap). [AVD, inf] */
export function holds(facebook: Facebook, { grant }: Caller, permission: string): boolean {
  if (grant.permissions[permission] !== 'granted') return false;
  return EXEMPT_FROM_DATA_ACCESS.has(permission) || grant.dataAccessEndsAt > facebook.box.clock.now();
}

export function demand(facebook: Facebook, caller: Caller, ...permissions: string[]): void {
  if (permissions.some((permission) => !holds(facebook, caller, permission))) throw missingPermission();
}

/** Pages that were shared and that the person still has a role on. */
export function sharedPages(facebook: Facebook, { grant, token, persona }: Caller): PersonPage[] {
  return facebook.people
    .pages(persona)
    .filter(
      ({ id, hasRole }) =>
        hasRole &&
        (grant.pages === null || grant.pages.includes(id)) &&
        (token.pageId === undefined || token.pageId === id),
    );
}

/**
 * A business portfolio gives the role, so the Page stays out of `me/accounts`, although it can be ticked and its node be
 * read by id. [K; the node: CODE, trypost/trypost#301]
 */
export const isHeldBack = ({ grant }: Caller, { page }: PersonPage): boolean =>
  page.heldByBusiness === true && grant.permissions['business_management'] !== 'granted';

/** Those of the shared Pages that are listed and can be used. */
export const visiblePages = (facebook: Facebook, caller: Caller): PersonPage[] =>
  sharedPages(facebook, caller).filter((page) => !isHeldBack(caller, page));

/** The Instagram account behind a Page, when it is professional, still linked and was ticked. */
export function sharedInstagram({ grant }: Caller, { instagram }: PersonPage): InstagramAccount | undefined {
  if (!instagram) return undefined;
  return grant.instagram === null || grant.instagram.includes(instagramId(instagram.number)) ? instagram : undefined;
}

export function reachInstagram(facebook: Facebook, caller: Caller, id: string): InstagramAccount {
  demand(facebook, caller, 'instagram_basic', 'pages_read_engagement');
  const pages = visiblePages(facebook, caller).filter(({ page }) => !page.placeholder);
  const found = pages.map((page) => sharedInstagram(caller, page)).find((one) => one && instagramId(one.number) === id);
  if (!found) throw missingObject(id);
  return found;
}
