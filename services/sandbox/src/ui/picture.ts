import type { FastifyInstance } from 'fastify';
import type { Box } from '../box/box';
import { pathField, queryField } from '../box/parameters';
import { unit } from '../world/random';

/** In the address of a picture: when it ends, in the time of the platforms. */
export const EXPIRES = 'x-expires';

/** Pictures of people and posts: two colours and a shape, drawn from the name. So nothing has to be stored or loaded. */
export function pictureRoutes(scope: FastifyInstance, { clock }: Box): void {
  scope.get('/cdn/:name', async (request, reply) => {
    const name = pathField(request, 'name');
    if (!/^[\w.]{1,64}\.svg$/.test(name)) return reply.code(404).type('text/plain').send('No such picture.');
    // An address that was given out for a while (TikTok's covers) leads nowhere after its end.
    const left = Number(queryField(request, EXPIRES) ?? Infinity) - clock.seconds();
    if (!(left > 0)) return reply.code(403).type('text/plain').send('This address has expired.');
    const kept = Math.min(86_400, left);
    return reply.type('image/svg+xml').header('cache-control', `public, max-age=${kept}`).send(picture(name));
  });
}

export function picture(name: string): string {
  const hue = Math.floor(unit('picture', name) * 360);
  const x = 120 + Math.floor(unit('x', name) * 240);
  const y = 120 + Math.floor(unit('y', name) * 240);
  const radius = 70 + Math.floor(unit('radius', name) * 110);
  return `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 480 480"><rect width="480" height="480" fill="hsl(${hue} 45% 62%)"/><path d="M0 480 480 ${y}V480Z" fill="hsl(${(hue + 40) % 360} 45% 48%)"/><circle cx="${x}" cy="${y}" r="${radius}" fill="hsl(${(hue + 170) % 360} 70% 78%)"/></svg>`;
}
