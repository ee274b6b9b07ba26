import { sign } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Story } from '../story';
import type { GatewayDoor } from './gateway';
import { must } from './wait';

const home = process.env['CONNECT_HOME'] ?? join(__dirname, '../../../../.local');

/** Behind the doors, in the gateway's name: tells notifications that it is the morning of this member, who is an owner. */
export async function sayGoodMorning(story: Story, member: GatewayDoor): Promise<void> {
  const { user, organisation } = await member.get<{
    user: { id: string; email: string };
    organisation: { id: string };
  }>('/v1/sessions/current');
  const port = story.status.processes.find(({ name }) => name === 'notifications')?.port;
  must(port, 'the status names the port of notifications');
  const answer = await fetch(`http://127.0.0.1:${port}/internal/digests`, {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-connect-identity': asGateway('notifications') },
    body: JSON.stringify({
      organisationId: organisation.id,
      userId: user.id,
      role: 'owner',
      to: user.email,
      locales: ['en'],
      timeZone: 'UTC',
      day: new Date().toISOString().slice(0, 10),
    }),
  });
  must(answer.ok, `notifications takes the digest (${answer.status})`);
}

/** What the gateway signs when it speaks for itself (a JWT, RFC 7519). */
function asGateway(audience: string): string {
  const now = Math.floor(Date.now() / 1000);
  const parts = [
    { alg: 'EdDSA', typ: 'connect-identity+jwt', kid: 'gateway' },
    { kind: 'service', sub: 'gateway', iss: 'gateway', aud: audience, iat: now, exp: now + 60 },
  ].map((part) => Buffer.from(JSON.stringify(part)).toString('base64url'));
  const key = readFileSync(join(home, 'secrets', 'identity-gateway.pem'));
  return [...parts, sign(null, Buffer.from(parts.join('.')), key).toString('base64url')].join('.');
}
