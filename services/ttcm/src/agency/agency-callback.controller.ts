import { Controller, Get, Headers, Query, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { CurrentIdentity, type Identity, PublicRoute } from '@creator-connect/security';
import { bindingOf, clearBinding, type HeaderReply } from './binding-cookie';
import { FinishConnectionHandler } from './finish-connection/finish-connection.handler';
import type { AttemptOutcome } from './domain/connection';

interface RedirectReply extends HeaderReply {
  redirect(url: string, code: number): unknown;
}

/** Where TikTok sends the owner back. Whatever the answer was, the browser leaves for a clean address (security OC-06). */
@ApiExcludeController()
@Controller('oauth/ttcm/callback')
export class AgencyCallbackController {
  constructor(private readonly finish: FinishConnectionHandler) {}

  @Get()
  @PublicRoute()
  async handle(
    @Query() query: Record<string, unknown>,
    @Headers('cookie') cookies: string | undefined,
    @CurrentIdentity() identity: Identity | undefined,
    @Res() reply: RedirectReply,
  ): Promise<void> {
    const outcome = await this.#outcome(query, cookies, identity);
    clearBinding(reply);
    reply.header('cache-control', 'no-store').header('referrer-policy', 'no-referrer');
    reply.redirect(`/admin/settings?tab=marketplace&outcome=${outcome}`, 303);
  }

  async #outcome(
    query: Record<string, unknown>,
    cookies: string | undefined,
    identity: Identity | undefined,
  ): Promise<AttemptOutcome> {
    if (identity?.kind !== 'member' || identity.role !== 'owner' || !identity.org) return 'invalid';
    const { org: organisationId, sub: userId } = identity;
    return this.finish.handle({ organisationId, userId, binding: bindingOf(cookies), query });
  }
}
