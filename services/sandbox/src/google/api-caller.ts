import type { FastifyRequest } from 'fastify';
import { queryField } from '../box/parameters';
import { sameText } from '../box/secrets';
import { badToken, GoogleApiError, scopeMissing } from './api-error';
import type { Google } from './google';
import type { GooglePerson } from './people';
import { bearerOf } from './oauth-api/token-info';
import { allows } from './scopes';

/** Who calls: somebody's token, or only the installation's key, which opens what is public. */
export type ApiCaller = { person: GooglePerson; scopes: readonly string[] } | { person?: undefined };

export function callerOf(request: FastifyRequest, { box, grants, people }: Google): ApiCaller {
  const bearer = bearerOf(request) ?? queryField(request, 'access_token');
  if (bearer === undefined) return withKey(request, box.registrations.google.apiKey);
  const found = grants.findAccess(bearer);
  const person = found && people.identity(found.grant.personaId, found.grant.identity);
  if (!person) throw badToken();
  return { person, scopes: found.token.scopes };
}

function withKey(request: FastifyRequest, apiKey: string | undefined): ApiCaller {
  const header = request.headers['x-goog-api-key'];
  const key = typeof header === 'string' ? header : queryField(request, 'key');
  if (key === undefined) {
    throw new GoogleApiError(
      403,
      'forbidden',
      'Method doesn’t allow unregistered callers (callers without established identity). Please use API Key or other form of API consumer identity to call this API.',
    );
  }
  if (apiKey === undefined || !sameText(key, apiKey)) {
    throw new GoogleApiError(400, 'badRequest', 'API key not valid. Please pass a valid API key.');
  }
  return {};
}

export function demandScope(caller: ApiCaller, service: string, needed: string): void {
  if (caller.person && !allows(caller.scopes, needed)) throw scopeMissing(service, needed);
}
