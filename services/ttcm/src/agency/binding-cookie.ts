import { ATTEMPT_TTL_SECONDS } from './domain/connection';

/** What is used of Fastify's reply. */
export interface HeaderReply {
  header(name: string, value: string): HeaderReply;
}

/**
 * Binds an attempt to the browser that began it (security OC-02). `__Host-` keeps sibling hosts from planting one; Lax
 * lets it return from TikTok.
 */
const name = '__Host-ttcm-connect';
const attributes = 'Path=/; HttpOnly; Secure; SameSite=Lax';

export function setBinding(reply: HeaderReply, value: string): void {
  reply.header('set-cookie', `${name}=${value}; Max-Age=${ATTEMPT_TTL_SECONDS}; ${attributes}`);
}

export function clearBinding(reply: HeaderReply): void {
  reply.header('set-cookie', `${name}=; Max-Age=0; ${attributes}`);
}

/** Ours holds base64url only, so nothing has to be decoded (RFC 6265 §4.2). */
export function bindingOf(header = ''): string | undefined {
  const pair = header
    .split(';')
    .map((text) => text.trim())
    .find((text) => text.startsWith(`${name}=`));
  return pair?.slice(name.length + 1);
}
