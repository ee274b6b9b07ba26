import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';

const tag = /^[A-Za-z]{2,3}(-[A-Za-z0-9]{2,8}){0,3}$/;
const most = 5;

/** Languages that the person at the browser reads, best first (RFC 9110 §12.5.4), as BCP 47 tags. */
export function localesOf(request: Pick<FastifyRequest, 'headers'>): string[] {
  const wanted = (request.headers['accept-language'] ?? '')
    .slice(0, 500)
    .split(',')
    .map((part) => {
      const [name = '', ...parameters] = part.split(';').map((text) => text.trim());
      const weight = parameters.find((parameter) => parameter.startsWith('q='));
      return { name, weight: weight === undefined ? 1 : Number(weight.slice(2)) };
    })
    .filter(({ name, weight }) => tag.test(name) && weight > 0);
  return wanted
    .toSorted((a, b) => b.weight - a.weight)
    .slice(0, most)
    .map(({ name }) => name);
}

/** What `localesOf` says of the request. */
export const RequestLocales = createParamDecorator((_: unknown, context: ExecutionContext): string[] =>
  localesOf(context.switchToHttp().getRequest<FastifyRequest>()),
);
