import 'reflect-metadata';
import { request as httpRequest, Agent, type IncomingHttpHeaders } from 'node:http';
import type { AddressInfo } from 'node:net';
import {
  Body,
  Controller,
  Get,
  HttpCode,
  Module,
  Param,
  ParseUUIDPipe,
  Post,
  Query,
  type INestApplication,
} from '@nestjs/common';
import { Type } from 'class-transformer';
import { IsInt, IsString, MaxLength, ValidateNested } from 'class-validator';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { currentContext } from '../context/request-context';
import { registerReadinessCheck } from '../health/health';
import { keptConnections } from './kept-connections';
import { bootstrapService } from './bootstrap-service';

class Inner {
  @IsInt()
  count!: number;
}

class Thing {
  @IsString()
  @MaxLength(20)
  name!: string;

  @ValidateNested()
  @Type(() => Inner)
  inner!: Inner;
}

let release: () => void = () => undefined;
let entered: () => void = () => undefined;

@Controller('things')
class ThingsController {
  @Post()
  @HttpCode(200)
  async make(@Body() thing: Thing): Promise<object> {
    await Promise.resolve();
    return { thing, context: currentContext() };
  }

  @Get('missing')
  missing(): never {
    throw new AppError(accountsErrors.notFound, { detail: 'thing' });
  }

  @Get('throttled')
  throttled(): never {
    throw new AppError(accountsErrors.notFound, { extra: { rules: ['a'] }, retryAfterSeconds: 2.2 });
  }

  @Get('broken')
  broken(): never {
    throw Object.assign(new Error('SELECT secret FROM /srv/app.ts'), { statusCode: 401, code: 'EXTERNAL' });
  }

  @Get('slow')
  async slow(): Promise<string> {
    entered();
    await new Promise<void>((resolve) => (release = resolve));
    return 'done';
  }

  @Get('by-name')
  byName(@Query('name') name: string): string {
    return name;
  }

  @Get(':id')
  one(@Param('id', ParseUUIDPipe) id: string): string {
    return id;
  }
}

@Module({ controllers: [ThingsController] })
class ThingsModule {}

interface Answer {
  status: number;
  headers: IncomingHttpHeaders;
  text: string;
  json: Record<string, unknown>;
}

describe.each(['fastify', 'express'] as const)('a service on %s', (adapter) => {
  let app: INestApplication;
  const agent = new Agent({ keepAlive: true });

  beforeAll(async () => {
    app = await bootstrapService({
      name: 'things',
      module: ThingsModule,
      adapter,
      host: '127.0.0.1',
      port: 0,
      logLevel: 'fatal',
    });
  });
  afterAll(async () => {
    agent.destroy();
    await app.close();
  });

  function send(method: string, path: string, body?: string, headers: Record<string, string> = {}): Promise<Answer> {
    const { port } = app.getHttpServer().address() as AddressInfo;
    return new Promise((resolve, reject) => {
      const sent = httpRequest({ host: '127.0.0.1', port, method, path, headers, agent }, (response) => {
        let text = '';
        response.setEncoding('utf8').on('data', (chunk: string) => (text += chunk));
        response.on('end', () => {
          const json = /json/.test(response.headers['content-type'] ?? '') ? (JSON.parse(text) as Answer['json']) : {};
          resolve({ status: response.statusCode ?? 0, headers: response.headers, text, json });
        });
      });
      sent.on('error', reject);
      sent.end(body);
    });
  }
  const post = (body: string, headers: Record<string, string> = {}) =>
    send('POST', '/things', body, { 'content-type': 'application/json', ...headers });
  const good = JSON.stringify({ name: 'a', inner: { count: 1 } });

  it('keeps idle connections for longer than those who call it', async () => {
    const { headers } = await post(good);
    expect(headers['keep-alive']).toBe('timeout=75');
    expect(keptConnections.keepAliveMaxTimeout).toBeLessThan(75_000 / 2);
  });

  it('runs a request in its own context and answers with the correlation id', async () => {
    const answer = await post(good, { 'x-correlation-id': 'given-by-the-caller' });
    expect(answer.headers['x-correlation-id']).toBe('given-by-the-caller');
    expect(answer.json).toMatchObject({ context: { correlationId: 'given-by-the-caller' } });
    const forged = await post(good, { 'x-correlation-id': 'a b"c' });
    expect(forged.headers['x-correlation-id']).toMatch(/^[0-9a-f-]{36}$/);
  });

  it('answers an error of ours as a problem document', async () => {
    const answer = await send('GET', '/things/missing');
    expect(answer.status).toBe(404);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.json).toMatchObject({
      code: 'accounts.not_found',
      detail: 'thing',
      correlationId: answer.headers['x-correlation-id'],
    });
    const throttled = await send('GET', '/things/throttled');
    expect(throttled.headers['retry-after']).toBe('3');
    expect(throttled.json).toMatchObject({ rules: ['a'] });
  });

  it('keeps the words of a bug inside, and takes no foreign status over', async () => {
    const answer = await send('GET', '/things/broken');
    expect(answer.status).toBe(500);
    expect(answer.json).toMatchObject({ code: 'internal.bug' });
    expect(answer.text).not.toMatch(/SELECT|srv|at .*:\d+/);
  });

  it('names the fields that are not valid', async () => {
    const answer = await post(JSON.stringify({ name: 1, inner: { count: '1' }, role: 'owner' }));
    expect(answer.status).toBe(400);
    expect(answer.json['code']).toBe('request.invalid');
    const fields = (answer.json['errors'] as { field: string }[]).map(({ field }) => field);
    expect(fields).toEqual(expect.arrayContaining(['name', 'inner.count', 'role']));
  });

  it.each([
    ['half a JSON', '{"name":'],
    ['a prototype key', '{"name":"a","inner":{"count":1},"__proto__":{"role":"owner"}}'],
    ['a constructor key', '{"name":"a","inner":{"count":1,"constructor":{"prototype":{"x":1}}}}'],
    ['a NUL', '{"name":"a\\u0000","inner":{"count":1}}'],
    ['half a surrogate pair', '{"name":"\\ud800","inner":{"count":1}}'],
    ['a list for a text', '{"name":["a"],"inner":{"count":1}}'],
    ['a number without end', '{"name":"a","inner":{"count":1e999}}'],
    ['a list as body', '[]'],
    ['a deep nesting', `{"name":"a","inner":${'{"a":'.repeat(500)}1${'}'.repeat(500)}}`],
  ])('refuses %s with 400', async (_what, body) => {
    const answer = await post(body);
    expect([answer.status, answer.json['code']]).toEqual([400, 'request.invalid']);
  });

  it.each(['orgId', 'role', 'status', 'id', 'createdAt', 'inner.count', 'inner.orgId'])(
    'takes no %s that is not listed, nor inside of what is (TE-08)',
    async (field) => {
      const unlisted = [
        { name: 'a', inner: { count: 1 }, [field]: 1 },
        { name: 'a', inner: { count: 1, [field]: 1 } },
        { name: 'a', inner: { count: 1 }, [field]: { id: 1 } },
      ];
      for (const body of unlisted) {
        const answer = await post(JSON.stringify(body));
        expect([answer.status, answer.json['code']]).toEqual([400, 'request.invalid']);
      }
    },
  );

  it('refuses a query key that is given twice', async () => {
    expect((await send('GET', '/things/by-name?name=a&name=b')).status).toBe(400);
    expect((await send('GET', '/things/by-name?name=%00')).status).toBe(400);
    expect((await send('GET', '/things/by-name?name=a')).text).toBe('a');
  });

  it('refuses what is too large, of another type, at no address, or no id', async () => {
    const large = await post(JSON.stringify({ name: 'a'.repeat(300_000) }));
    expect([large.status, large.json['code']]).toEqual([400, 'request.too_large']);
    const nowhere = await send('GET', '/nothing/here');
    expect([nowhere.status, nowhere.json['code']]).toEqual([404, 'request.not_found']);
    expect(nowhere.text).not.toContain('nothing/here');
    expect((await send('GET', '/things/not-a-uuid')).json['code']).toBe('request.invalid');
    const xml = await send('POST', '/things', '<a/>', { 'content-type': 'text/xml' });
    expect(xml.status).toBe(400);
  });

  it('tells its health and its numbers without guards, and not by ids', async () => {
    expect((await send('GET', '/health/live')).json).toEqual({ status: 'live' });
    const forget = registerReadinessCheck({
      name: 'broker',
      required: false,
      check: () => Promise.reject(new Error()),
    });
    expect((await send('GET', '/health/ready')).json).toMatchObject({ status: 'degraded', checks: { broker: 'down' } });
    forget();
    const stop = registerReadinessCheck({ name: 'database', required: true, check: () => Promise.reject(new Error()) });
    expect((await send('GET', '/health/ready')).status).toBe(503);
    stop();
    expect((await send('GET', '/health/ready')).json).toMatchObject({ status: 'ready' });
    const { text } = await send('GET', '/metrics');
    expect(text).toContain('route="/things/missing"');
    expect(text).toContain('process_cpu_seconds_total');
    expect(text).not.toContain('not-a-uuid');
  });

  it('lets a running request end, on a kept-alive connection too, when it is closed', async () => {
    const isIn = new Promise<void>((resolve) => (entered = resolve));
    const slow = send('GET', '/things/slow');
    await isIn;
    const closed = app.close();
    await new Promise((resolve) => setTimeout(resolve, 150));
    release();
    expect((await slow).text).toBe('done');
    // A connection that is kept alive for longer than a test may last does not hold it.
    await closed;
  });
});
