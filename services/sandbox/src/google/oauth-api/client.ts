import type { FastifyRequest } from 'fastify';
import type { Box } from '../../box/box';
import { bodyField } from '../../box/parameters';
import { sameText } from '../../box/secrets';
import { GoogleOAuthError } from './oauth-error';

/** `client_secret_post` or `client_secret_basic`, as Google's discovery document offers. [K] */
export function checkClient(request: FastifyRequest, box: Box): string {
  const { clientId, clientSecret } = box.registrations.google;
  const given = basic(request) ?? { id: bodyField(request, 'client_id'), secret: bodyField(request, 'client_secret') };
  if (given.id === undefined)
    throw new GoogleOAuthError('invalid_request', 'Could not determine client ID from request.');
  if (given.id !== clientId) throw new GoogleOAuthError('invalid_client', 'The OAuth client was not found.', 401);
  if (box.state.settings.google.client === 'deleted') {
    throw new GoogleOAuthError('deleted_client', 'The OAuth client was deleted.', 401);
  }
  if (clientSecret === undefined || !sameText(given.secret ?? '', clientSecret)) {
    throw new GoogleOAuthError('invalid_client', 'Unauthorized', 401);
  }
  return clientId;
}

function basic(request: FastifyRequest): { id: string; secret: string } | undefined {
  const text = /^Basic\s+(.+)$/i.exec(request.headers.authorization ?? '')?.[1];
  if (text === undefined) return undefined;
  const [id = '', secret = ''] = Buffer.from(text, 'base64').toString().split(':', 2).map(decode);
  return { id, secret };
}

function decode(text: string): string {
  try {
    return decodeURIComponent(text.replaceAll('+', ' '));
  } catch {
    return text;
  }
}
