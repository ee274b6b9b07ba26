import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import type { INestApplication, Type } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import type { NestExpressApplication } from '@nestjs/platform-express';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { correlate, correlationHeader } from '../context/correlation';
import { currentContext, runInContext, type RequestContext } from '../context/request-context';
import { operations } from '../health/operations';
import { createLogger, NestLogger } from '../logging/logger';
import { ProblemFilter } from '../problems/problem.filter';
import { strictValidation } from '../problems/validation';
import { drainOnClose } from './drain';
import { servicesKeepMs } from './kept-connections';
import { openApiRoute } from './open-api';
import { recordRequest } from './request-metrics';
import { endWithParent, exitCleanly, tellParent } from './process-life';

const bodyLimit = 256 * 1024;

/** Express leaves the matched route on the request. */
type RoutedRequest = IncomingMessage & { route?: { path?: string } };

export interface BootstrapOptions<App extends INestApplication = INestApplication> {
  /** Short name of the service, e.g. `oauth`. */
  name: string;
  module: Type | { module: Type };
  adapter: 'fastify' | 'express';
  host: string;
  port: number;
  logLevel: string;
  /** `same-port` answers /health and /metrics beside the API; a port opens a listener of their own (the gateway). */
  operations?: 'same-port' | { port: number } | 'off';
  /** Title for `/internal/openapi.json`; without it no description is made. */
  openApiTitle?: string;
  /** Options of the Fastify instance, e.g. `trustProxy`. */
  fastify?: Record<string, unknown>;
  /** Express: bodies that stay unread bytes, whatever their type says, e.g. what is signed as a whole. */
  rawBodies?(request: IncomingMessage): boolean;
  /** Before the modules are initialised: plugins, hooks. */
  configure?(app: App): Promise<void> | void;
  /** After they are, before anybody can connect: checks, consumers. */
  beforeListen?(app: App): Promise<void> | void;
}

/** The same start and end for every service; a service's main.ts says only what is special about it. */
export async function bootstrapService<App extends INestApplication = INestApplication>(
  options: BootstrapOptions<App>,
): Promise<App> {
  const logger = new NestLogger(createLogger(options.name, options.logLevel));
  const app = (await create(options, logger)) as unknown as App;
  app.useGlobalPipes(strictValidation());
  app.useGlobalFilters(new ProblemFilter());
  await options.configure?.(app);
  await app.init();
  await options.beforeListen?.(app);
  exitCleanly(app, logger);
  drainOnClose(app.getHttpServer() as Server);
  await app.listen(options.port, options.host);
  const closeOperations = await listenForOperations(options);
  const port = (app.getHttpServer().address() as { port: number }).port;
  endWithParent(app, closeOperations);
  logger.log({ port }, `${options.name} is ready`, 'Service');
  tellParent({ type: 'ready', port });
  return app;
}

async function create(options: BootstrapOptions<never>, logger: NestLogger): Promise<INestApplication> {
  return options.adapter === 'fastify' ? createFastify(options, logger) : createExpress(options, logger);
}

async function createFastify(options: BootstrapOptions<never>, logger: NestLogger): Promise<NestFastifyApplication> {
  const { FastifyAdapter } = await import('@nestjs/platform-fastify');
  const adapter = new FastifyAdapter({
    bodyLimit,
    requestTimeout: 30_000,
    connectionTimeout: 0,
    keepAliveTimeout: servicesKeepMs,
    // What comes over open connections while the service ends is still answered; see drainOnClose.
    forceCloseConnections: 'idle',
    return503OnClosing: false,
    http: { headersTimeout: 10_000, connectionsCheckingInterval: 5_000 },
    ...options.fastify,
  });
  const app = await NestFactory.create<NestFastifyApplication>(options.module, adapter, nestOptions(logger));
  const fastify = adapter.getInstance();
  const contexts = new WeakMap<object, RequestContext>();
  const inner = innerRoutes(app, options);
  fastify.addHook('onRequest', (request, reply, done) => {
    correlate(request.raw, reply.raw, () => {
      contexts.set(request, currentContext());
      // Set on Fastify's reply too: it writes its own headers over those of the raw response.
      reply.header(correlationHeader, currentContext().correlationId);
      inner(request.raw, reply.raw, done);
    });
  });
  fastify.addHook('onResponse', (request, reply, done) => {
    const { method, routeOptions } = request;
    recordRequest(logger.pino, {
      method,
      route: routeOptions.url,
      status: reply.statusCode,
      seconds: reply.elapsedTime / 1000,
    });
    done();
  });
  // Reading the body continues in the socket's own context, so the request's has to be entered again after it.
  fastify.addHook('preValidation', (request, _reply, done) => {
    const context = contexts.get(request);
    if (context) runInContext(context, done);
    else done();
  });
  return app;
}

async function createExpress(options: BootstrapOptions<never>, logger: NestLogger): Promise<NestExpressApplication> {
  const { ExpressAdapter } = await import('@nestjs/platform-express');
  const adapter = new ExpressAdapter();
  const app = await NestFactory.create<NestExpressApplication>(options.module, adapter, {
    ...nestOptions(logger),
    rawBody: true,
  });
  app.disable('x-powered-by');
  app.use(correlate);
  app.use(innerRoutes(app, options));
  app.use((request: RoutedRequest, response: ServerResponse, next: () => void) => {
    const started = performance.now();
    response.once('finish', () => {
      const seconds = (performance.now() - started) / 1000;
      recordRequest(logger.pino, {
        method: request.method ?? '',
        route: request.route?.path,
        status: response.statusCode,
        seconds,
      });
    });
    next();
  });
  const { rawBodies } = options;
  if (rawBodies) app.useBodyParser('raw', { limit: bodyLimit, type: (request) => rawBodies(request) });
  app.useBodyParser('json', { limit: bodyLimit, strict: true });
  app.useBodyParser('urlencoded', { limit: bodyLimit, extended: false });
  const server = app.getHttpServer() as unknown as ReturnType<typeof createServer>;
  server.requestTimeout = 30_000;
  server.headersTimeout = 10_000;
  server.keepAliveTimeout = servicesKeepMs;
  return app;
}

const nestOptions = (logger: NestLogger) => ({ logger, abortOnError: false });

type Middleware = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

/** Health, metrics and the API description: answered before guards, for the inner network only. */
function innerRoutes(app: INestApplication, options: BootstrapOptions<never>): Middleware {
  const openApi = options.openApiTitle ? openApiRoute(app, options.openApiTitle) : undefined;
  const healthHere = (options.operations ?? 'same-port') === 'same-port';
  return (request, response, next) => {
    if (openApi && request.method === 'GET' && request.url === '/internal/openapi.json') return openApi(response);
    if (healthHere && isOperation(request)) return operations(request, response, next);
    next();
  };
}

function isOperation(request: IncomingMessage): boolean {
  return request.url?.startsWith('/health/') === true || request.url?.startsWith('/metrics') === true;
}

async function listenForOperations(options: BootstrapOptions<never>): Promise<() => void> {
  if (typeof options.operations !== 'object') return () => undefined;
  const server = createServer((request, response) =>
    operations(request, response, () => {
      response.writeHead(404);
      response.end();
    }),
  );
  const { port } = options.operations;
  await new Promise<void>((resolve, reject) => {
    server.once('error', reject);
    server.listen(port, options.host, resolve);
  });
  server.unref();
  return () => server.close();
}
