import 'reflect-metadata';
import { generateKeyPairSync } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request as httpRequest } from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Controller, Get, Module, type INestApplication } from '@nestjs/common';
import { newId } from '@creator-connect/contracts';
import { bootstrapService, currentContext } from '@creator-connect/observability';
import { generateInstallationSecrets, type InstallationSecrets } from '../setup';
import { CurrentIdentity, PublicRoute, RequirePermission, ServiceRoute } from './access.decorators';
import { UndeclaredRoutes } from './assert-routes-declared';
import { identityHeader, type Identity } from './identity';
import { IdentityIssuer } from './identity-issuer';
import { IdentityModule } from './identity.module';

@Controller()
class Routes {
  @Get('read')
  @RequirePermission('accounts:read')
  read(@CurrentIdentity() identity: Identity): object {
    return { sub: identity.sub, context: currentContext() };
  }

  @Get('write')
  @RequirePermission('accounts:write')
  write(): object {
    return {};
  }

  @Get('internal')
  @ServiceRoute('collector')
  internal(): object {
    return {};
  }

  @Get('public')
  @PublicRoute()
  open(@CurrentIdentity() identity?: Identity): object {
    return { known: identity !== undefined };
  }
}

@Controller('bare')
class Bare {
  @Get()
  get(): object {
    return {};
  }
}

describe('the guard of a service', () => {
  const dir = mkdtempSync(join(tmpdir(), 'identity-'));
  let secrets: InstallationSecrets;
  let app: INestApplication;
  const issuer = (name: string) => IdentityIssuer.fromKeyFile(name, secrets.privateKeyFiles[name]!);
  const start = (...controllers: (new () => object)[]) => {
    @Module({
      imports: [
        IdentityModule.forRoot({
          service: 'accounts',
          privateKeyFile: secrets.privateKeyFiles['accounts']!,
          publicKeysFile: secrets.publicKeysFile,
        }),
      ],
      controllers,
    })
    class AppModule {}
    const common = { name: 'accounts', host: '127.0.0.1', port: 0, logLevel: 'fatal' };
    return bootstrapService({ ...common, module: AppModule, adapter: 'fastify' });
  };

  beforeAll(async () => {
    secrets = generateInstallationSecrets(dir, ['gateway', 'accounts', 'oauth', 'collector']);
    app = await start(Routes);
  });
  afterAll(async () => {
    await app.close();
    rmSync(dir, { recursive: true });
  });

  function get(path: string, token?: string | string[]): Promise<{ status: number; body: Record<string, unknown> }> {
    const { port } = app.getHttpServer().address() as AddressInfo;
    const headers = token === undefined ? {} : { [identityHeader]: token };
    return new Promise((resolve, reject) => {
      httpRequest({ host: '127.0.0.1', port, path, headers }, (response) => {
        let text = '';
        response.on('data', (chunk: Buffer) => (text += chunk.toString()));
        response.on('end', () =>
          resolve({ status: response.statusCode ?? 0, body: JSON.parse(text) as Record<string, unknown> }),
        );
      })
        .on('error', reject)
        .end();
    });
  }
  const member: Identity = { kind: 'member', sub: newId(), org: newId(), role: 'viewer' };

  it('refuses the start while a route declares nothing (TE-07)', async () => {
    await expect(start(Routes, Bare)).rejects.toThrow(UndeclaredRoutes);
  });

  it('lets a person through who may, and notes for the log who it is', async () => {
    const token = await issuer('gateway').issue(member, 'accounts');
    const { status, body } = await get('/read', token);
    expect(status).toBe(200);
    expect(body).toMatchObject({ sub: member.sub, context: { organisationId: member.org, actor: member.sub } });
  });

  it('refuses who may not, and a direct call without an identity', async () => {
    const token = await issuer('gateway').issue(member, 'accounts');
    expect(await get('/write', token)).toMatchObject({ status: 403, body: { code: 'request.forbidden' } });
    expect(await get('/read')).toMatchObject({ status: 401, body: { code: 'request.unauthenticated' } });
    expect((await get('/internal')).status).toBe(401);
  });

  it('refuses a token that is given twice, or made for another service', async () => {
    const token = await issuer('gateway').issue(member, 'accounts');
    expect((await get('/read', [token, token])).status).toBe(401);
    expect((await get('/read', await issuer('gateway').issue(member, 'oauth'))).status).toBe(401);
  });

  it('keeps routes of services for the named ones, and services from routes of people', async () => {
    expect((await get('/internal', await issuer('collector').asService('accounts'))).status).toBe(200);
    expect((await get('/internal', await issuer('oauth').asService('accounts'))).status).toBe(403);
    expect((await get('/internal', await issuer('gateway').issue(member, 'accounts'))).status).toBe(403);
    expect((await get('/read', await issuer('collector').asService('accounts'))).status).toBe(403);
  });

  it('answers everybody on a public route, but never under a wrong name', async () => {
    expect(await get('/public')).toMatchObject({ status: 200, body: { known: false } });
    expect((await get('/public', 'x.y.z')).status).toBe(401);
  });

  it('starts with no other kind of key, nor with one that others can read', () => {
    const path = join(dir, 'other.pem');
    const { privateKey } = generateKeyPairSync('ec', { namedCurve: 'P-256' });
    writeFileSync(path, privateKey.export({ type: 'pkcs8', format: 'pem' }), { mode: 0o400 });
    expect(() => IdentityIssuer.fromKeyFile('accounts', path)).toThrow('Ed25519');
    const readable = join(dir, 'readable.pem');
    writeFileSync(readable, '', { mode: 0o644 });
    expect(() => IdentityIssuer.fromKeyFile('accounts', readable)).toThrow('readable by others');
  });
});
