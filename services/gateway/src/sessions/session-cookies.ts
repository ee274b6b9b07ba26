import type { FastifyReply } from 'fastify';
import { clearCookie, linkCookie, sessionCookie, setCookie } from '../edge/cookies';
import { lifetimes } from './domain/session';
import type { OpenSession } from './sessions';

/** An influencer stays signed in over a restart of the browser; members and link visitors do not. */
export function giveSession(reply: FastifyReply, { session, token }: OpenSession): void {
  const age = session.kind === 'influencer' ? lifetimes.influencer.absolute / 1000 : undefined;
  void reply.header('set-cookie', setCookie(sessionCookie, token, age));
}

export function takeSession(reply: FastifyReply): void {
  void reply
    .header('set-cookie', [clearCookie(sessionCookie), clearCookie(linkCookie)])
    .header('clear-site-data', '"cache", "cookies", "storage"');
}
