import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openApiDoor, type ApiVoice } from '../../box/api-door';
import { pathField } from '../../box/parameters';
import { readAlbumChildId, readInstagramId, readMediaId, readPageId, readStoryId } from '../../world/ids';
import type { Facebook } from '../facebook';
import { accessToken } from './access-token';
import { batchHandler } from './batch';
import { authenticate, isAppToken, tokenOf, type Caller } from './caller';
import { badParameter, GraphError, missingObject, outage, playedError, throttled, tokenInvalid } from './graph-error';
import { debugToken, deletePermissions, listPermissions, permissionToDelete } from './inspection';
import {
  readAccountInsights,
  readChildren,
  readInstagram,
  readMedia,
  readMediaInsights,
  readMediaList,
  readStories,
} from './instagram-reading';
import { fieldsOf, listPages, renderPage, renderUser } from './people-and-pages';
import { appUsage, instagramUsage, Usage } from './usage';

type Kind = 'user' | 'page' | 'instagram' | 'media';
type Reader = (request: FastifyRequest, facebook: Facebook, caller: Caller, id: string) => object;

const NODES: Record<Exclude<Kind, 'user'>, Reader> = {
  page: renderPage,
  instagram: readInstagram,
  media: readMedia,
};
const EDGES: Record<string, Partial<Record<Kind, Reader>>> = {
  media: { instagram: readMediaList },
  stories: { instagram: readStories },
  insights: { instagram: readAccountInsights, media: readMediaInsights },
  children: { media: readChildren },
};

/** Versions that answer; older ones are served by the oldest, later ones do not exist yet (platforms.md 1.1). [GVER, K] */
const NEWEST_VERSION = 26;

/** The Graph API under `/graph[/v25.0]/…` (platforms.md 1.4 to 1.12). */
export function graphRoutes(app: FastifyInstance, facebook: Facebook): void {
  const usage = new Usage(facebook);
  const reading = (reader: Reader) => async (request: FastifyRequest, reply: FastifyReply) => {
    const version = Number(/^v(\d+)/.exec(pathField(request, 'version'))?.[1] ?? NEWEST_VERSION);
    if (version > NEWEST_VERSION)
      throw new GraphError(2500, `Unknown path components: /${pathField(request, 'version')}`);
    const caller = authenticate(request, facebook);
    const id = pathField(request, 'id');
    // What is looked up of others counts for the app alone, although an account is asked. [RATE]
    const ofAccount = readInstagramId(id) !== undefined && !isDiscovery(request);
    void reply.headers(usage.count(ofAccount ? id : undefined));
    return reader(request, facebook, caller, id);
  };

  void app.register(async (scope) => {
    openApiDoor(scope, facebook.box, voiceOf(facebook));
    for (const prefix of ['/graph/:version(^v\\d+\\.\\d+$)', '/graph']) {
      scope.route({
        method: ['GET', 'POST'],
        url: `${prefix}/oauth/access_token`,
        config: { operation: 'graph.oauth.access_token' },
        handler: async (request) => accessToken(request, facebook),
      });
      const batch = { config: { operation: 'graph.batch' } };
      scope.post(prefix, batch, batchHandler(scope, facebook));
      scope.post(`${prefix}/`, batch, batchHandler(scope, facebook));
      scope.get(`${prefix}/debug_token`, { config: { operation: 'graph.debug_token' } }, async (request) =>
        debugToken(request, facebook),
      );

      scope.get(`${prefix}/:id/permissions`, { config: { operation: 'graph.permissions.list' } }, async (request) =>
        listPermissions(request, facebook, pathField(request, 'id')),
      );
      scope.delete(
        `${prefix}/:id/permissions`,
        { config: { operation: 'graph.permissions.delete' } },
        async (request) => deletePermissions(request, facebook, pathField(request, 'id'), permissionToDelete(request)),
      );
      scope.delete(
        `${prefix}/:id/permissions/:name`,
        { config: { operation: 'graph.permissions.delete' } },
        async (request) => deletePermissions(request, facebook, pathField(request, 'id'), pathField(request, 'name')),
      );
      scope.get(`${prefix}/:id/accounts`, { config: { operation: 'graph.accounts' } }, reading(listPages));
      scope.get(`${prefix}/:id`, { config: { operation: 'graph.node' } }, reading(readNode));
      scope.get(`${prefix}/:id/:edge`, { config: { operation: 'graph.edge' } }, reading(readEdge));
    }
    scope.all('/graph/*', { config: { operation: 'graph.unknown' } }, async (request) => {
      throw new GraphError(
        2500,
        `Unknown path components: ${request.url.replace(/^\/graph/, '').split('?', 1)[0] ?? ''}`,
      );
    });
  });
}

const isDiscovery = (request: FastifyRequest): boolean =>
  fieldsOf(request)?.some(({ name }) => name === 'business_discovery') ?? false;

const readNode: Reader = (request, facebook, caller, id) => {
  if (id === 'me' && caller.token.pageId !== undefined)
    return renderPage(request, facebook, caller, caller.token.pageId);
  const kind = kindOf(id);
  if (kind === 'user') return renderUser(request, caller, id);
  return NODES[kind](request, facebook, caller, id);
};

const readEdge: Reader = (request, facebook, caller, id) => {
  const edge = pathField(request, 'edge');
  const reader = Object.hasOwn(EDGES, edge) ? EDGES[edge]?.[kindOf(id)] : undefined;
  if (!reader) throw missingObject(id);
  return reader(request, facebook, caller, id);
};

function kindOf(id: string): Kind {
  if (readInstagramId(id) !== undefined) return 'instagram';
  if (readPageId(id) !== undefined) return 'page';
  return readMediaId(id) || readStoryId(id) || readAlbumChildId(id) ? 'media' : 'user';
}

function voiceOf(facebook: Facebook): ApiVoice {
  return {
    platform: 'facebook',
    tokenOf: (request) => {
      const token = tokenOf(request);
      return token === undefined || isAppToken(facebook, token) ? undefined : token;
    },
    personaOf: (token) => facebook.grants.findToken(token)?.personaId,
    operationOf(request, declared) {
      const kind = kindOf(pathField(request, 'id'));
      if (declared === 'graph.edge') return `graph.${kind}.${pathField(request, 'edge')}`;
      return declared === 'graph.node' ? `graph.${kind}` : declared;
    },
    fail(request, fault) {
      const id = pathField(request, 'id');
      const onInstagram = readInstagramId(id) !== undefined;
      if (fault.kind === 'status') return outage(fault.status).answer();
      if (fault.kind === 'token_invalid') {
        const { code = 190, subcode } = fault;
        return code === 190
          ? tokenInvalid(subcode).answer()
          : new GraphError(code, `(#${code}) Session invalid`).answer();
      }
      if (fault.kind === 'error') return playedError(fault).answer();
      const code = fault.code ?? (onInstagram ? 80002 : 4);
      return throttled(code, code >= 80000 && onInstagram ? instagramUsage(id, 101, 5) : appUsage(100)).answer();
    },
    word: (error) => (error instanceof GraphError ? error.answer() : undefined),
    malformed: (message) => badParameter(message).answer(),
  };
}
