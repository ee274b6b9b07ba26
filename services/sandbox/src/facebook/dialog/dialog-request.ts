import type { FastifyRequest } from 'fastify';
import type { Box } from '../../box/box';
import { queryField, words } from '../../box/parameters';
import { permissionNamed } from '../permissions';

const RESPONSE_TYPES = new Set(['code', 'granted_scopes']);

/** The parameters of `/{v}/dialog/oauth` after they were found to be in order (platforms.md 1.2). [FBL] */
export interface DialogRequest {
  appId: string;
  redirectUri: string;
  state: string;
  scopes: string[];
  tellsScopes: boolean;
  authType: string | undefined;
  /** To come back to this dialog with. */
  query: string;
}

/** Faults that Meta shows to the person instead of going back to the app. */
export class DialogRefused extends Error {
  constructor(
    readonly title: string,
    message: string,
    readonly detail?: string,
  ) {
    super(message);
  }
}

export function readDialogRequest(request: FastifyRequest, box: Box): DialogRequest {
  const { meta } = box.registrations;
  const appId = queryField(request, 'client_id') ?? '';
  if (appId !== meta.appId) {
    throw new DialogRefused(
      'Invalid App ID',
      'The provided app ID does not look like a valid app ID.',
      `client_id=${appId}`,
    );
  }
  const redirectUri = queryField(request, 'redirect_uri') ?? '';
  if (!meta.redirectUris.includes(redirectUri)) {
    throw new DialogRefused(
      'URL blocked',
      "This redirect failed because the redirect URI is not white-listed in the app's client OAuth settings. It has to be equal, character by character.",
      `redirect_uri=${redirectUri}`,
    );
  }
  const types = words(queryField(request, 'response_type') ?? 'code');
  if (!types.includes('code') || types.some((type) => !RESPONSE_TYPES.has(type))) {
    throw new DialogRefused(
      'Invalid response type',
      'The sandbox knows "code" and "code,granted_scopes".',
      types.join(','),
    );
  }
  const state = queryField(request, 'state') ?? '';
  if (state === '')
    throw new DialogRefused('State is missing', 'Without "state" nobody could tell whose answer this is.');
  const scopes = words(queryField(request, 'scope'));
  const unknown = scopes.filter((scope) => !permissionNamed(scope));
  if (unknown.length > 0) {
    throw new DialogRefused(
      'Invalid scopes',
      'This content is not available right now.',
      `Invalid Scopes: ${unknown.join(', ')}`,
    );
  }
  return {
    appId,
    redirectUri,
    state,
    scopes: [...new Set(['public_profile', ...scopes])],
    tellsScopes: types.includes('granted_scopes'),
    authType: queryField(request, 'auth_type'),
    query: (request.raw.url ?? '').split('?', 2)[1] ?? '',
  };
}

/** The way back. `#_=_` is one of Meta's oddities that a client has to bear. [K] */
export function returnAddress(request: DialogRequest, answer: Record<string, string>): string {
  const address = new URL(request.redirectUri);
  for (const [name, value] of Object.entries({ ...answer, state: request.state }))
    address.searchParams.set(name, value);
  return `${address.toString()}#_=_`;
}

export const cancelled = (request: DialogRequest): string =>
  returnAddress(request, {
    error: 'access_denied',
    error_code: '200',
    error_description: 'Permissions error.',
    error_reason: 'user_denied',
  });
