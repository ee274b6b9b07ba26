import { type Platform, platforms } from '@creator-connect/contracts';
import { CurrentIdentity, type Identity, PublicRoute } from '@creator-connect/security';
import { Controller, Get, Param, ParseEnumPipe, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { findActor } from './actor';
import { bindingCookieName, bindingCookieOptions } from './binding-cookie';
import { HandleCallbackHandler } from './handle-callback/handle-callback.handler';
import { TakeTransaction } from './handle-callback/take-transaction';

const platformPipe = new ParseEnumPipe(Object.fromEntries(platforms.map((name) => [name, name])));

/** Where a platform sends the browser back. Whatever the answer was, the browser leaves for a clean address (OC-06). */
@ApiExcludeController()
@Controller('oauth/:platform/callback')
export class CallbackController {
  constructor(
    private readonly taking: TakeTransaction,
    private readonly callback: HandleCallbackHandler,
  ) {}

  @Get()
  @PublicRoute()
  async handle(
    @Param('platform', platformPipe) platform: Platform,
    @Query() query: Record<string, unknown>,
    @CurrentIdentity() identity: Identity | undefined,
    @Req() request: Request,
    @Res() response: Response,
  ): Promise<void> {
    const cookies = cookiesOf(request.headers.cookie);
    const transaction = await this.taking.take({ platform, query, cookies, actor: findActor(identity) });
    await this.callback.handle(transaction, query);
    const { maxAge: _life, ...options } = bindingCookieOptions;
    response
      .clearCookie(bindingCookieName(transaction.id), options)
      .set({ 'cache-control': 'no-store', 'referrer-policy': 'no-referrer' })
      .redirect(303, `/connect/transactions/${transaction.id}`);
  }
}

/** Ours hold base64url only, so nothing has to be decoded (RFC 6265 §4.2). */
function cookiesOf(header = ''): Record<string, string> {
  const pairs = header.split(';').map((pair) => pair.trim().split('='));
  return Object.fromEntries(pairs.map(([name = '', ...value]) => [name, value.join('=')]));
}
