import type { FastifyReply } from 'fastify';
import { clearCookie, linkCookie, sessionCookie, setCookie } from '../edge/cookies';
import { lifetimes } from './domain/session';
import type { OpenSession } from './sessions';

/** Influencers stay signed in over a restart of the browser, and drafts survive it; members and link visitors do not. */
export function giveSession(reply: FastifyReply, { session, token }: OpenSession): void {
  const stays = session.kind === 'influencer' || session.kind === 'applicant';
  const age = stays ? lifetimes[session.kind].absolute / 1000 : undefined;
  void reply.header('set-cookie', setCookie(sessionCookie, token, age));
}

/**
 * The cookie by which a browser is recognised stays: it says nothing of whom it belongs to, and without it the next sign-in
 * would be told as one with an unknown browser.
 */
export function takeSession(reply: FastifyReply): void {
  void reply
    .header('set-cookie', [clearCookie(sessionCookie), clearCookie(linkCookie)])
    .header('clear-site-data', '"cache", "storage"');
}
