import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { bodyField, bodyList, queryField } from '../../box/parameters';
import { messagePage, sendPage, SITES } from '../../ui/page';
import { AT_ONCE, seeOther, sessionOf } from '../../ui/sites';
import type { GooglePersona } from '../../world/google-personas';
import type { Google } from '../google';
import type { GooglePerson } from '../people';
import { googleScope } from '../scopes';
import { AuthRefused, readAuthRequest, returnAddress, type AuthRequest } from './auth-request';
import { consentPage, identityPage } from './auth.pages';

const PATH = '/o/oauth2/v2/auth';

type Step = (request: FastifyRequest, reply: FastifyReply, asked: AuthRequest, persona: GooglePersona) => unknown;

/**
 * Account, brand account where there is one, consent (platforms.md 3.2). Forms `identity` {identity}, `consent`
 * {identity, scope*, decision}. Nothing is kept between the steps: a test may post the last one at once. [GYT]
 */
export function authRoutes(scope: FastifyInstance, google: Google): void {
  const { box, people, grants } = google;

  const handle =
    (step: Step) =>
    async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
      try {
        const asked = readAuthRequest(request, box);
        const atOnce = queryField(request, AT_ONCE);
        const persona = people.find(atOnce ?? sessionOf(request));
        const chosen =
          queryField(request, 'authuser') !== undefined || request.method === 'POST' || atOnce !== undefined;
        if (
          !persona ||
          (atOnce === undefined && !fitsHint(asked, persona)) ||
          (asked.prompts.includes('select_account') && !chosen)
        ) {
          return toLogin(reply, asked);
        }
        refusedByPolicy(persona);
        return await step(request, reply, asked, persona);
      } catch (error) {
        if (!(error instanceof AuthRefused)) throw error;
        const title = 'Access blocked: this app’s request is invalid';
        return sendPage(
          reply,
          messagePage(SITES.google, title, error.message, `Error ${error.status}: ${error.code}`),
          error.status,
        );
      }
    };

  /** An address (or `sub`) that names one account chooses it; one that names nobody is ignored. [GYT] */
  const fitsHint = ({ loginHint, query }: AuthRequest, persona: GooglePersona): boolean => {
    const hinted = loginHint === undefined ? undefined : people.hinted(loginHint);
    const chosen = new URLSearchParams(query).get('authuser');
    return hinted === undefined || hinted.id === persona.id || chosen !== null;
  };

  const toLogin = (reply: FastifyReply, asked: AuthRequest): FastifyReply => {
    if (asked.prompts.includes('none')) return seeOther(reply, returnAddress(asked, { error: 'login_required' }));
    return seeOther(reply, chooserOf(asked));
  };

  const chooserOf = ({ query, loginHint }: AuthRequest): string => {
    const parameters = new URLSearchParams(query);
    // Chosen by hand: after that neither the hint nor `select_account` asks a second time.
    parameters.set('authuser', '0');
    const hinted = loginHint === undefined ? undefined : people.hinted(loginHint);
    const login = new URLSearchParams({
      next: `${PATH}?${parameters.toString()}`,
      ...(hinted ? { persona: hinted.id } : {}),
    });
    return `/login?${login.toString()}`;
  };

  const refusedByPolicy = (persona: GooglePersona): void => {
    if (people.changes(persona.id).blockedByAdmin) {
      throw new AuthRefused('admin_policy_enforced', 'Access is restricted by the administrator of your organisation.');
    }
    if (box.state.settings.google.audience === 'internal') {
      throw new AuthRefused('org_internal', 'This client is restricted to users within its organisation.', 403);
    }
    if (people.changes(persona.id).disabled) {
      throw new AuthRefused('account_disabled', 'This Google account is disabled.', 403);
    }
  };

  const open = handle((request, reply, asked, persona) => {
    if (queryField(request, AT_ONCE) !== undefined) return asUsual(request, reply, asked, persona);
    if (persona.identities.length === 1) return proceed(reply, asked, { persona, identity: persona.identities[0] });
    if (asked.prompts.includes('none')) return seeOther(reply, returnAddress(asked, { error: 'interaction_required' }));
    return sendPage(reply, identityPage(around(asked, persona, '/identity')));
  });

  const chooseIdentity = handle((request, reply, asked, persona) => {
    if (bodyField(request, 'decision') === 'cancel') return cancel(reply, asked);
    return proceed(reply, asked, identityOf(request, persona));
  });

  const decide = handle((request, reply, asked, persona) => {
    if (bodyField(request, 'decision') !== 'continue') return cancel(reply, asked);
    const ticked = bodyList(request, 'scope');
    const scopes = asked.scopes.filter((name) => ticked.includes(name) || googleScope(name)?.signIn);
    // Nothing at all was allowed. [inf]
    if (scopes.length === 0) return cancel(reply, asked);
    return finish(reply, asked, identityOf(request, persona), scopes, true);
  });

  /** Nobody is asked anything: consent as this persona gives it. */
  const asUsual = (request: FastifyRequest, reply: FastifyReply, asked: AuthRequest, persona: GooglePersona) => {
    const person = people.identity(persona.id, queryField(request, 'sandbox_identity') ?? 'self');
    if (!person) throw new AuthRefused('invalid_request', 'There is no such account.');
    const scopes = asked.scopes.filter((name) => !persona.unticks.includes(name));
    return scopes.length === 0 ? cancel(reply, asked) : finish(reply, asked, person, scopes, true);
  };

  const identityOf = (request: FastifyRequest, persona: GooglePersona): GooglePerson => {
    const person = people.identity(persona.id, bodyField(request, 'identity') ?? 'self');
    if (!person) throw new AuthRefused('invalid_request', 'There is no such account.');
    return person;
  };

  const around = (asked: AuthRequest, persona: GooglePersona, step: string) => ({
    appName: box.registrations.appName,
    persona,
    action: `${PATH}${step}?${asked.query}`,
  });

  /** Asks, unless everything asked for was allowed before (then without a word, and without a refresh token). [K] */
  function proceed(reply: FastifyReply, asked: AuthRequest, person: GooglePerson): FastifyReply {
    const before = grants.find(asked.clientId, person);
    const isKnown =
      before && asked.scopes.every((name) => before.scopes.includes(name)) && (before.offline || !asked.offline);
    if (isKnown && !asked.prompts.includes('consent')) return finish(reply, asked, person, asked.scopes, false);
    if (asked.prompts.includes('none')) return seeOther(reply, returnAddress(asked, { error: 'consent_required' }));
    const boxes = asked.granular && asked.scopes.filter((name) => !googleScope(name)?.signIn).length > 1;
    return sendPage(
      reply,
      consentPage(around(asked, person.persona, '/consent'), person.identity, {
        scopes: asked.scopes,
        boxes,
        granted: before?.scopes ?? [],
        offline: asked.offline,
        chooser: chooserOf(asked),
      }),
    );
  }

  function finish(
    reply: FastifyReply,
    asked: AuthRequest,
    person: GooglePerson,
    ticked: readonly string[],
    consented: boolean,
  ): FastifyReply {
    const before = asked.includesGranted ? (grants.find(asked.clientId, person)?.scopes ?? []) : [];
    const scopes = [...new Set([...ticked, ...before])];
    const { grantedAt } = grants.consent(asked.clientId, person, scopes, asked.offline);
    const code = grants.makeCode({
      clientId: asked.clientId,
      personaId: person.persona.id,
      identity: person.identity.id,
      redirectUri: asked.redirectUri,
      scopes,
      offline: asked.offline,
      consented,
      grantedAt,
      ...(asked.challenge ? { challenge: asked.challenge } : {}),
      ...(asked.nonce === undefined ? {} : { nonce: asked.nonce }),
    });
    const more = { authuser: '0', prompt: consented ? 'consent' : 'none' };
    return seeOther(reply, returnAddress(asked, { code, scope: scopes.join(' '), ...more }));
  }

  const cancel = (reply: FastifyReply, asked: AuthRequest): FastifyReply =>
    seeOther(reply, returnAddress(asked, { error: 'access_denied' }));

  scope.get(PATH, open);
  scope.post(`${PATH}/identity`, chooseIdentity);
  scope.post(`${PATH}/consent`, decide);
}
