import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { Housekeeping } from '../../src/housekeeping';
import type { Browser } from './support/browser';
import { decodeIdentity } from './support/identity';
import { eventually, GatewayFixture, password, type Owner } from './support/gateway-fixture';

const cli = join(__dirname, '../../../../deploy/connect/dist/cli.js');
const path = '/v1/operations/organisations';
const day = 86_400_000;

interface Item {
  id: string;
  name: string;
  members: number;
  owner: { state: string; email: string | null; expiresAt: string | null };
}

describe('organisations that an operator makes', () => {
  let gateway: GatewayFixture;
  let installer: Owner;
  let operator: Browser;

  const nobodyIn = { state: 'active', email: null, expiresAt: null };
  const listed = async () => (await operator.get(path)).body['items'] as unknown as Item[];
  const found = (name: string, ownerEmail: string, more: object = {}) =>
    operator.post(path, { name, ownerEmail, ...more });
  const invite = (id: string, ownerEmail: string) =>
    operator.change('PUT', `${path}/${id}/owner-invitation`, { ownerEmail });
  const mailsTo = (email: string) =>
    gateway.services.mails.filter((one) => one['to'] === email && one['kind'] === 'member-invitation');
  const tokenTo = (email: string) => new URL(mailsTo(email).at(-1)!['url']!).hash.slice(1);
  const resolve = (token: string) => gateway.browser().post('/v1/member-invitations/resolutions', { token });
  const accept = (token: string, more: object, from = gateway.browser()) =>
    from.post('/v1/member-invitations/acceptances', { token, ...more });

  beforeAll(async () => {
    gateway = await GatewayFixture.start();
    installer = await gateway.install();
    operator = await gateway.signedIn(installer);
  });
  afterAll(() => gateway.stop());

  it('get their owner by mail: whoever accepts owns what nobody was in', async () => {
    const made = await found('South Agency', 'Kim@Example.com', { locale: 'de' });
    expect(made.status).toBe(201);
    expect(made.body).toEqual({
      id: expect.any(String),
      name: 'South Agency',
      createdAt: expect.any(String),
      members: 0,
      owner: { state: 'invited', email: 'kim@example.com', expiresAt: expect.any(String) },
    });
    const id = String(made.body['id']);
    expect(gateway.services.founded.at(-1)).toEqual({ id, name: 'South Agency', locale: 'de' });
    expect(gateway.services.mails.at(-1)).toMatchObject({ to: 'kim@example.com', organisationId: id, locales: [] });
    const asked = gateway.services.seen.findLast(({ url }) => url.endsWith(id))!;
    expect(await decodeIdentity(gateway, 'accounts', asked)).toMatchObject({
      kind: 'operator',
      sub: installer.userId,
    });

    const token = tokenTo('kim@example.com');
    expect(made.text + JSON.stringify(await listed())).not.toContain(token);
    expect((await resolve(token)).body).toMatchObject({ organisationName: 'South Agency', role: 'owner' });
    const kim = gateway.browser();
    const joined = await accept(token, { name: 'Kim', password: password() }, kim);
    expect([joined.status, joined.body['organisation']]).toEqual([201, { id, name: 'South Agency', role: 'owner' }]);
    expect((await listed())[0]).toMatchObject({ id, members: 1, owner: nobodyIn });
    expect((await kim.get(path)).status).toBe(403);
    expect((await accept(token, { password: password() })).body['code']).toBe('gateway.invitation_unusable');
  });

  it('may be owned by somebody who is a user already: they prove their password and keep their other organisation', async () => {
    const person = { email: 'both@example.com', password: password(), name: 'Both' };
    await gateway.joins(operator, person, 'admin');
    await found('East Agency', person.email);
    const token = tokenTo(person.email);
    expect((await resolve(token)).body).toMatchObject({ hasPassword: true });
    expect((await accept(token, { password: password() })).body['code']).toBe('gateway.bad_credentials');
    const joined = await accept(token, { password: person.password });
    expect(joined.body['organisation']).toMatchObject({ name: 'East Agency', role: 'owner' });
    await eventually(async () => {
      const { body } = await (await gateway.signedIn(person)).get('/v1/sessions/current');
      return (body['organisations'] as unknown[]).length === 2 ? true : undefined;
    });
  });

  it('are one however often they are asked for, and mail their owner once', async () => {
    const first = await found('West Agency', 'west@example.com');
    const answers = [
      first,
      await found(' west agency ', 'WEST@example.com'),
      await found('West Agency', 'west@example.com'),
    ];
    expect(new Set(answers.map(({ body }) => body['id'])).size).toBe(1);
    expect(mailsTo('west@example.com')).toHaveLength(1);
    const atOnce = await Promise.all(Array.from({ length: 6 }, () => found('At Once', 'once@example.com')));
    expect(new Set(atOnce.map(({ status, body }) => `${status} ${String(body['id'])}`)).size).toBe(1);
    expect(mailsTo('once@example.com')).toHaveLength(1);
    expect((await listed()).filter(({ name }) => /west/i.test(name))).toHaveLength(1);

    await accept(tokenTo('west@example.com'), { name: 'West', password: password() });
    const late = await found('West Agency', 'west@example.com');
    expect(late.body).toMatchObject({ id: first.body['id'], members: 1, owner: nobodyIn });
    expect(mailsTo('west@example.com')).toHaveLength(1);
    expect((await found('West Agency', 'another@example.com')).body['id']).not.toBe(first.body['id']);
  });

  it('that nobody could be invited to are in the list, and are put right by the same request or from there', async () => {
    gateway.services.refusing = true;
    const broken = await found('Cut Short', 'cut@example.com');
    gateway.services.refusing = false;
    expect([broken.status, broken.body['code']]).toEqual([400, 'request.invalid']);
    const [left] = await listed();
    expect(left).toMatchObject({ name: 'Cut Short', owner: { state: 'not_invited', email: null } });

    const again = await found('Cut Short', 'cut@example.com');
    expect(again.body).toMatchObject({ id: left!.id, owner: { state: 'invited', email: 'cut@example.com' } });
    expect(mailsTo('cut@example.com')).toHaveLength(1);
    const other = await invite(left!.id, 'right@example.com');
    expect([other.status, other.body['owner']]).toMatchObject([200, { state: 'invited', email: 'right@example.com' }]);
    // The first request, which comes late, takes that back from nobody.
    const late = await found('Cut Short', 'cut@example.com');
    expect(late.body).toMatchObject({ id: left!.id, owner: { state: 'invited', email: 'right@example.com' } });
    expect(mailsTo('cut@example.com')).toHaveLength(1);
  });

  it('say so when nobody knows whether their owner was mailed; a link that arrives works until they are invited again', async () => {
    gateway.services.answering = false;
    const made = await found('No Answer', 'unsure@example.com');
    const unsure = { state: 'unconfirmed', email: 'unsure@example.com', expiresAt: expect.any(String) };
    expect([made.status, made.body['owner']]).toEqual([201, unsure]);
    expect((await listed())[0]).toMatchObject({ name: 'No Answer', owner: unsure });
    const first = tokenTo('unsure@example.com');
    expect((await resolve(first)).body).toMatchObject({ organisationName: 'No Answer' });
    // The same request a moment later finds a mail that may be on its way; it is another one that is asked for here.
    expect((await found('No Answer', 'unsure@example.com')).body['owner']).toEqual(unsure);
    expect(mailsTo('unsure@example.com')).toHaveLength(1);
    gateway.services.answering = true;
    const again = await invite(String(made.body['id']), 'unsure@example.com');
    expect(again.body['owner']).toMatchObject({ state: 'invited' });
    expect((await resolve(first)).status).toBe(404);
    expect((await resolve(tokenTo('unsure@example.com'))).status).toBe(200);
  });

  it('are asked to mail again by the same request, once the mail that nobody confirmed is no longer on its way', async () => {
    gateway.services.mailing = false;
    expect((await found('Died Over It', 'died@example.com')).body['owner']).toMatchObject({ state: 'unconfirmed' });
    gateway.services.mailing = true;
    gateway.clock.forward(60_000);
    expect((await found('Died Over It', 'died@example.com')).body['owner']).toMatchObject({ state: 'invited' });
    expect(mailsTo('died@example.com')).toHaveLength(1);
  });

  it('end the invitation before with a new one, wherever it went', async () => {
    const { body } = await found('Wrong Address', 'wrong@example.com');
    const [wrong, id] = [tokenTo('wrong@example.com'), String(body['id'])];
    await invite(id, 'right-one@example.com');
    expect((await resolve(wrong)).body['code']).toBe('gateway.invitation_unusable');
    expect((await accept(wrong, { name: 'Wrong', password: password() })).status).toBe(404);

    gateway.clock.forward(7 * day);
    operator = await gateway.signedIn(installer);
    const ended = { state: 'ended', email: 'right-one@example.com' };
    expect((await listed()).find((one) => one.id === id)).toMatchObject({ owner: ended });
    expect((await resolve(tokenTo('right-one@example.com'))).status).toBe(404);
    await invite(id, 'right-one@example.com');
    const joined = await accept(tokenTo('right-one@example.com'), { name: 'Right', password: password() });
    expect(joined.status).toBe(201);
  });

  it('take nobody in by an operator once somebody is in: not by a new invitation, nor by one that is under way', async () => {
    const { body } = await found('Taken', 'taken@example.com');
    const id = String(body['id']);
    const token = tokenTo('taken@example.com');
    // Somebody came in between the look at the invitation and its acceptance.
    const someone = crypto.randomUUID();
    gateway.services.memberships.set(someone, [{ organisationId: id, name: 'Taken', role: 'owner' }]);
    const late = await accept(token, { name: 'Late', password: password() });
    expect([late.status, late.body['code']]).toEqual([409, 'accounts.organisation_has_owner']);
    const tried = await invite(id, 'operator-himself@example.com');
    expect([tried.status, tried.body['code']]).toEqual([409, 'accounts.organisation_has_owner']);
    const own = await invite(installer.organisationId, 'operator-himself@example.com');
    expect(own.body['code']).toBe('accounts.organisation_has_owner');
    expect(mailsTo('operator-himself@example.com')).toEqual([]);
  });

  it('are nothing that an invitation of somebody opens who is no operator any more', async () => {
    const { body } = await found('Orphaned', 'orphaned@example.com');
    const token = tokenTo('orphaned@example.com');
    await gateway.database.query('UPDATE gateway.users SET operator = false WHERE id = $1', [installer.userId]);
    expect((await resolve(token)).body['code']).toBe('gateway.invitation_unusable');
    await gateway.database.query('UPDATE gateway.users SET operator = true WHERE id = $1', [installer.userId]);
    expect((await resolve(token)).status).toBe(200);
    await eventually(async () => ((await operator.get(path)).status === 200 ? true : undefined));
    expect((await listed()).find(({ id }) => id === body['id'])).toMatchObject({ owner: { state: 'invited' } });
  });

  it('refuse what is wrong at its field, and what is unknown', async () => {
    const codes = async (body: object) =>
      ((await operator.post(path, body)).body['errors'] as { field: string; code: string }[]).map(
        ({ field, code }) => `${field} ${code}`,
      );
    const ownerEmail = 'somebody@example.com';
    expect(await codes({ name: 'Instagram Support', ownerEmail })).toEqual(['name like_a_platform']);
    expect(await codes({ name: '', ownerEmail })).toContain('name empty');
    expect(await codes({ name: 'x'.repeat(101), ownerEmail })).toContain('name too_long');
    expect(await codes({ name: 'Fine', ownerEmail: 'nobody' })).toContain('ownerEmail not_email');
    expect(await codes({ name: 'Fine', ownerEmail, locale: 'xx' })).toContain('locale not_a_choice');
    expect(await codes({ name: 'Fine', ownerEmail, id: crypto.randomUUID() })).toContain('id unknown_field');
    expect(mailsTo(ownerEmail)).toEqual([]);
    const unknown = await invite(crypto.randomUUID(), ownerEmail);
    expect([unknown.status, unknown.body['code']]).toEqual([404, 'request.not_found']);
    expect((await operator.get(`${path}?cursor=%25`)).status).toBe(400);
  });

  it('are nothing to an owner who is no operator', async () => {
    const person = { email: 'only-owner@example.com', password: password(), name: 'Only' };
    await gateway.joins(operator, person, 'owner');
    const other = await gateway.signedIn(person);
    const before = gateway.services.founded.length;
    for (const [method, url, body] of [
      ['GET', path, undefined],
      ['POST', path, { name: 'Mine', ownerEmail: person.email }],
      ['PUT', `${path}/${installer.organisationId}/owner-invitation`, { ownerEmail: person.email }],
    ] as const)
      expect((await other.change(method, url, body)).body['code']).toBe('request.forbidden');
    expect(gateway.services.founded).toHaveLength(before);
  });

  it('need a fresh proof, a look does not', async () => {
    gateway.clock.forward(6 * 60_000);
    const before = gateway.services.founded.length;
    expect((await operator.get(path)).status).toBe(200);
    const tried = await found('Later', 'later@example.com');
    expect([tried.status, tried.body['code']]).toEqual([401, 'request.step_up_needed']);
    const { id } = (await listed())[0]!;
    expect((await invite(id, 'later@example.com')).body['code']).toBe('request.step_up_needed');
    expect(gateway.services.founded).toHaveLength(before);
    operator = await gateway.signedIn(installer);
  });

  it('are made and listed at the command line by an operator who signs in for it', async () => {
    const env = { ...process.env, OPERATOR_PASSWORD: installer.password };
    const connect = async (...args: string[]) => {
      const at = ['--gateway', gateway.publicUrl, '--as', installer.email];
      return (await promisify(execFile)(process.execPath, [cli, 'organisations', ...args, ...at], { env })).stdout;
    };
    const made = await connect('add', 'By Command', '--owner', 'command@example.com');
    expect(made).toMatch(/By Command: waits for its owner, command@example\.com, who is invited until /);
    expect(await connect('add', 'By Command', '--owner', 'command@example.com')).toBe(made);
    expect(mailsTo('command@example.com')).toHaveLength(1);
    expect(await connect()).toContain(made);
    const all = JSON.parse(await connect('list', '--json')) as Item[];
    expect(all[0]).toMatchObject({ name: 'By Command', members: 0 });
    expect(await connect('invite', all[0]!.id, '--owner', 'second-try@example.com')).toContain(
      'second-try@example.com',
    );
    await expect(connect('add', 'TikTok Instagram', '--owner', 'x@example.com')).rejects.toMatchObject({
      stderr: expect.stringContaining('name'),
    });
  });

  it('are so many a day for each operator', async () => {
    await gateway.database.query(`UPDATE gateway.rate_limits SET points = 50 WHERE key LIKE 'organisations%'`);
    expect((await found('One More', 'one-more@example.com')).status).toBe(429);
  });

  it('are forgotten to have been asked for after a day', async () => {
    const orders = async () => (await gateway.database.query('SELECT FROM gateway.organisation_orders')).length;
    expect(await orders()).toBeGreaterThan(0);
    gateway.clock.forward(day + 1);
    await gateway.get(Housekeeping).run();
    expect(await orders()).toBe(0);
  });
});
