import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { randomUUID } from 'node:crypto';
import { requestErrors } from '@creator-connect/contracts';
import { ModulesContainer } from '@nestjs/core';
import { declaredRoutes } from '../identity/declared-routes';
import type { Identity } from '../identity/identity';
import { permissions } from '../identity/permissions';
import { services, type TestOrganisation } from './test-identities';

/** What a table is made from: the address of the running service, and how somebody shows who they are. */
export interface KnockedDoor {
  app: { get(type: typeof ModulesContainer): ModulesContainer; getUrl(): Promise<string> };
  headers(identity: Identity): Promise<Record<string, string>>;
}

const refusals: ReadonlySet<string> = new Set([requestErrors.unauthenticated.code, requestErrors.forbidden.code]);

/** Nobody may do this, or not this one; any other answer comes from behind the door. `code`: of the problem, if it is one. */
export const isRefusal = (status: number, code: string | undefined): boolean =>
  (status === 401 || status === 403) && code !== undefined && refusals.has(code);

/**
 * Knocks at every route of a running service as everybody there is, over HTTP, and writes down who is let in, in Markdown
 * (security TE-07). Made from answers, not from what the routes declare; ids are made up, so that nobody changes anything.
 */
export async function accessTable(service: string, door: KnockedDoor, organisation: TestOrganisation): Promise<string> {
  const base = await door.app.getUrl();
  const isLetIn = async ({ method, path }: Knocked, identity: Identity | undefined): Promise<boolean> => {
    const takesBody = method !== 'GET' && method !== 'DELETE';
    const headers = {
      ...(identity ? await door.headers(identity) : {}),
      ...(takesBody ? { 'content-type': 'application/json' } : {}),
    };
    const body = takesBody ? { body: '{}' } : {};
    const answer = await fetch(new URL(addressOf(path), base), { method, redirect: 'manual', headers, ...body });
    const text = await answer.text();
    const isProblem = answer.headers.get('content-type')?.includes('problem+json') === true;
    return !isRefusal(answer.status, isProblem ? (JSON.parse(text) as { code: string }).code : undefined);
  };
  return observedAccess(service, declaredRoutes(door.app.get(ModulesContainer)), callersOf(organisation), isLetIn);
}

export interface Knocked {
  method: string;
  /** With `:name` for a parameter, `*` for anything beneath. */
  path: string;
}

/** An address below a pattern, with ids that nothing has. */
export const addressOf = (path: string): string => path.replaceAll(/:\w+/g, () => randomUUID()).replace(/\/?\*$/, '');

/** The table itself, for doors of any kind. */
export async function observedAccess<Caller>(
  service: string,
  routes: readonly Knocked[],
  callers: readonly [name: string, caller: Caller][],
  isLetIn: (route: Knocked, caller: Caller) => Promise<boolean>,
): Promise<string> {
  const sorted = routes.toSorted((a, b) => (`${a.path} ${a.method}` < `${b.path} ${b.method}` ? -1 : 1));
  const lines: string[] = [];
  for (const route of sorted) {
    const letIn: string[] = [];
    for (const [name, caller] of callers) if (await isLetIn(route, caller)) letIn.push(name);
    const names = letIn.includes('nobody') ? 'everybody' : letIn.join(', ') || '**no one**';
    lines.push(`| \`${route.method} ${route.path}\` | ${names} |`);
  }
  return [`# Who may call ${service}`, '', note, '', '| route | open to |', '| --- | --- |', ...lines, ''].join('\n');
}

const note =
  'Observed by a test that calls every route as everybody (security TE-07). Whose thing it is, is checked afterwards: what ' +
  'belongs to another organisation or person is answered as if it did not exist.';

/** A key with one scope each, beside the people, the services and nobody. */
function callersOf(organisation: TestOrganisation): [name: string, identity: Identity | undefined][] {
  const { id: org, owner, admin, viewer, nobody } = organisation;
  const own = { sub: randomUUID(), org, influencer: randomUUID() };
  const now = Math.floor(Date.now() / 1000);
  return [
    ['nobody', undefined],
    ['key without a scope', nobody],
    ['viewer', { ...viewer, auth_time: now }],
    ['admin', { ...admin, auth_time: now }],
    ['owner', { ...owner, auth_time: now }],
    ['creator', { kind: 'influencer', ...own }],
    ['link', { kind: 'link', ...own, request: randomUUID(), proven: true }],
    ['applicant', { kind: 'applicant', ...own }],
    ['operator', { kind: 'operator', sub: own.sub, auth_time: now }],
    ...permissions.map((scope): [string, Identity] => [`key with ${scope}`, { ...nobody, scopes: [scope] }]),
    ...services.map((name): [string, Identity] => [`service ${name}`, { kind: 'service', sub: name }]),
  ];
}

/** The committed table. With WRITE_ACCESS_TABLES=1 it becomes the observed one, for a person to look at before the commit. */
export function documentedAccess(service: string, observed: string): string {
  const path = join(repositoryRoot(), 'docs', 'access', `${service}.md`);
  if (process.env['WRITE_ACCESS_TABLES'] === '1') {
    mkdirSync(dirname(path), { recursive: true });
    writeFileSync(path, observed);
  }
  return existsSync(path) ? readFileSync(path, 'utf8') : '';
}

function repositoryRoot(folder = __dirname): string {
  return existsSync(join(folder, 'nest-cli.json')) ? folder : repositoryRoot(dirname(folder));
}
