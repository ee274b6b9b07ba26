import { AppError, gatewayErrors, requestErrors, fieldFault } from '@creator-connect/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { HeldRefusals } from '../limits/held-refusals';
import { RequestLimits } from '../limits/request-limits';
import { RouteMatcher } from '../routing/match-route';
import type { Method, Route } from '../routing/routing-table';
import { anonymous, shareOf, type Caller, type SessionCaller } from './caller';
import { Callers } from './callers';
import { clientAddress, limitSource } from './client-address';
import { linkCookie, readCookie } from './cookies';
import { csrfTokenMatches, isJson, isSameOrigin } from './csrf';
import { hostList } from './host-list';
import type { EdgeFacts } from './request-decorators';
import { holdsApiKey, isPlainPath, splitUrl } from './request-path';

/** The parts of a request that admission looks at. */
export interface IncomingRequest {
  method: string;
  url: string;
  headers: Readonly<Record<string, string | string[] | undefined>>;
  socketAddress: string;
}

export const maxBodyBytes = 256 * 1024;
/** Health checks come by address, from the machine or the cluster. */
const probes = /^\/health\//;
const safeMethods: ReadonlySet<string> = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * The gate every request passes before anything is parsed or routed: known host, known address and method, who calls,
 * how often, and whether a page of ours asked. What it can't place, it refuses.
 */
@Injectable()
export class Admission {
  private readonly matcher = new RouteMatcher();
  private readonly hosts: ReadonlySet<string>;
  private readonly ownOrigin: string;

  constructor(
    private readonly callers: Callers,
    private readonly limits: RequestLimits,
    private readonly refusals: HeldRefusals,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {
    this.hosts = hostList(config.PUBLIC_URL, config.CONNECT_PROFILE, config.ALLOWED_HOSTS);
    this.ownOrigin = new URL(config.PUBLIC_URL).origin;
  }

  async admit(request: IncomingRequest): Promise<EdgeFacts> {
    const route = this.routeOf(request);
    const address = clientAddress(
      request.socketAddress,
      header(request, 'x-forwarded-for'),
      this.config.TRUSTED_PROXY_HOPS,
    );
    const source = limitSource(address);
    const caller = route.access === 'machine' ? anonymous : await this.callers.of(credentials(request));
    await this.limit(route, caller, source);
    authorize(route, caller);
    if (!safeMethods.has(request.method) && route.access !== 'machine') this.checkChange(request, route, caller);
    return { route, caller, address, source };
  }

  private routeOf(request: IncomingRequest): Route {
    const { path } = splitUrl(request.url);
    const host = header(request, 'host')?.toLowerCase();
    if (!probes.test(path) && (host === undefined || !this.hosts.has(host))) {
      throw new AppError(requestErrors.invalid, { errors: [fieldFault('host', 'not_our_host')] });
    }
    if (!isPlainPath(path)) throw new AppError(requestErrors.notFound);
    if (holdsApiKey(request.url)) throw new AppError(gatewayErrors.keyInQuery);
    const route = this.matcher.match(path);
    if (!route) throw new AppError(requestErrors.notFound);
    if (!route.methods.includes(request.method as Method)) throw new AppError(requestErrors.methodNotAllowed);
    if (Number(header(request, 'content-length') ?? 0) > maxBodyBytes) throw new AppError(requestErrors.tooLarge);
    return route;
  }

  private async limit(route: Route, caller: Caller, source: string): Promise<void> {
    try {
      this.take(route, caller, source);
    } catch (refused) {
      await this.refusals.hold();
      throw refused;
    }
  }

  private take({ to, endless }: Route, caller: Caller, source: string): void {
    if (caller.kind === 'anonymous') return this.limits.take('callerRequests', `source ${source}`);
    const who = caller.kind === 'api_key' ? caller.keyId : (caller.open.session.userId ?? caller.open.session.id);
    // First: what one caller asks too much is not taken from the organisation.
    this.limits.take('callerRequests', who);
    // The web app's own files are cheap, and many at once belong to one page; streams come back all at once.
    const share = to === 'web' || endless ? undefined : shareOf(caller);
    if (share) this.limits.take('organisationRequests', share);
  }

  private checkChange(request: IncomingRequest, route: Route, caller: Caller): void {
    const type = header(request, 'content-type');
    if (caller.kind !== 'api_key') {
      const signals = { secFetchSite: header(request, 'sec-fetch-site'), origin: header(request, 'origin') };
      if (!isSameOrigin(signals, this.ownOrigin)) throw new AppError(gatewayErrors.csrf);
      const secret = secretOf(route, caller, header(request, 'cookie'));
      if (secret !== undefined && !csrfTokenMatches(secret, header(request, 'x-csrf-token')))
        throw new AppError(gatewayErrors.csrf);
    }
    const hasBody = type !== undefined || Number(header(request, 'content-length') ?? 0) > 0;
    if (hasBody && !isJson(type)) throw new AppError(requestErrors.unsupportedMediaType);
  }
}

/** What the token of a page must be bound to, or undefined where nothing exists that it could be. */
function secretOf(route: Route, caller: Caller, cookie: string | undefined): string | undefined {
  if (route.token === 'nothing') return undefined;
  if (caller.kind === 'session') return caller.open.token;
  return route.token === 'link' ? readCookie(cookie, linkCookie) : undefined;
}

function authorize(route: Route, caller: Caller): void {
  if (route.access === 'anyone' || route.access === 'machine') return;
  if (caller.kind === 'anonymous') throw new AppError(requestErrors.unauthenticated);
  if (route.access === 'session' && caller.kind !== 'session') throw new AppError(requestErrors.forbidden);
  if (route.access === 'caller' && caller.kind === 'session' && caller.refusal) throw caller.refusal;
}

/** A link session changes things elsewhere only while its link lives and, where asked for, the person is proven. */
export function assertLinkAllowsChange({ open: { session }, link }: SessionCaller): void {
  if (session.kind !== 'link') return;
  if (!link) throw new AppError(gatewayErrors.linkUnusable);
  if (link.needsProof && !session.proven) throw new AppError(gatewayErrors.proofNeeded);
}

function credentials(request: IncomingRequest) {
  return { authorization: header(request, 'authorization'), cookie: header(request, 'cookie') };
}

/** A header that may stand once; several are refused by the parser or joined, and then match nothing. */
function header(request: IncomingRequest, name: string): string | undefined {
  const value = request.headers[name];
  return Array.isArray(value) ? value.join(', ') : value;
}
