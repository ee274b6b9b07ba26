import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { Box } from '../box/box';

/** Browser sites are told apart by host name, so that same-site rules are really at work (architecture decision 13). */
export const hostOf = (site: string): RegExp => new RegExp(`^${site}\\.localhost(?::\\d+)?$`);

export const siteUrl = (box: Box, site: string, path = ''): string => `http://${site}.localhost:${box.port}${path}`;

/** Registers routes that exist only under the name of one site. */
export function site(app: FastifyInstance, name: string, build: (scope: FastifyInstance) => void): void {
  void app.register(async (scope) => {
    scope.addHook('onRoute', (route) => {
      route.constraints = { ...route.constraints, host: hostOf(name) };
    });
    scope.addHook('onRequest', refuseForeignForms);
    build(scope);
  });
}

/** As the real pages do: a form on another site can neither log in, nor consent, nor remove anything. */
export async function refuseForeignForms(request: FastifyRequest, reply: FastifyReply): Promise<unknown> {
  if (request.method === 'GET' || request.method === 'HEAD') return undefined;
  const from = request.headers['sec-fetch-site'];
  if (from === undefined || from === 'same-origin' || from === 'none') return undefined;
  return reply.code(403).type('text/plain').send('Forms of other sites are refused.');
}

/**
 * In the address of a consent page: this persona agrees at once, as it usually would, without login or click. No real
 * platform knows it; it lets tests and load runs connect thousands.
 */
export const AT_ONCE = 'sandbox_persona';

const COOKIE = 'sandbox_persona';

/** Who is logged in at this site. It names a persona and guards nothing: there is nothing to steal in a sandbox. */
export function sessionOf(request: FastifyRequest): string | undefined {
  const cookies = (request.headers.cookie ?? '').split(';').map((pair) => pair.trim().split('=', 2));
  return cookies.find(([name]) => name === COOKIE)?.[1];
}

export function logIn(reply: FastifyReply, personaId: string): void {
  void reply.header('set-cookie', `${COOKIE}=${personaId}; Path=/; HttpOnly; SameSite=Lax`);
}

export function logOut(reply: FastifyReply): void {
  void reply.header('set-cookie', `${COOKIE}=; Path=/; HttpOnly; SameSite=Lax; Max-Age=0`);
}

/** Only a path of this same site, never another address. */
export function nextOf(text: string | undefined): string {
  return text !== undefined && /^\/(?![/\\])/.test(text) ? text : '/';
}

export function seeOther(reply: FastifyReply, location: string): FastifyReply {
  return reply.code(303).header('location', location).header('cache-control', 'no-store').send();
}

export interface Visit<P> {
  readonly request: FastifyRequest;
  readonly reply: FastifyReply;
  readonly person: P;
}

/** Pages of somebody who is logged in. Anybody else logs in first and comes back: to the page, or from a form to `home`. */
export const forPersons =
  <P>(find: (personaId: string | undefined) => P | undefined, home: string) =>
  (action: (visit: Visit<P>) => unknown) =>
  async (request: FastifyRequest, reply: FastifyReply): Promise<unknown> => {
    const person = find(sessionOf(request));
    if (person) return await action({ request, reply, person });
    return seeOther(reply, `/login?next=${encodeURIComponent(request.method === 'GET' ? request.url : home)}`);
  };
