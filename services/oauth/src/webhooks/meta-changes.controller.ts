import { PublicRoute } from '@creator-connect/security';
import { Controller, Get, HttpCode, Logger, Post, Query, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { permissionChanges } from './meta-changes';
import { ReceiveWebhookHandler } from './receive-webhook.handler';
import { bytesOf } from './request-bytes';
import { WebhookSecrets } from './webhook-secrets';

const challengeForm = /^[\x20-\x7e]{1,200}$/;

/** Meta's change notices (security WH-03): that somebody changed what they allow is a reason to look, and no more. */
@ApiExcludeController()
@Controller('webhooks/instagram/changes')
export class MetaChangesController {
  private readonly logger = new Logger(MetaChangesController.name);

  constructor(
    private readonly receive: ReceiveWebhookHandler,
    private readonly secrets: WebhookSecrets,
  ) {}

  /** Meta makes sure that the address is ours before it sends anything there. */
  @Get()
  @PublicRoute()
  subscribe(@Query() query: Record<string, unknown>, @Res() response: Response): void {
    const { 'hub.mode': mode, 'hub.verify_token': token, 'hub.challenge': challenge } = query;
    const known = typeof token === 'string' && this.secrets.isMetaVerifyToken(token);
    if (mode !== 'subscribe' || !known || typeof challenge !== 'string' || !challengeForm.test(challenge)) {
      this.refuse(response, 403);
      response.end();
      return;
    }
    response.set({ 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' }).end(challenge);
  }

  @Post()
  @HttpCode(200)
  @PublicRoute()
  async changes(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<object | void> {
    const changes = permissionChanges(bytesOf(request), request.headers['x-hub-signature-256'], this.secrets);
    if (!changes) return this.refuse(response, 401);
    for (const { personId, occurredAt, identity } of changes) {
      await this.receive.handle({
        platform: 'instagram',
        kind: 'permissions',
        identity,
        about: { personId },
        occurredAt,
        report: { kind: 'doubted', cause: null },
        rule: 'instagram.permissions_changed',
      });
    }
    return {};
  }

  private refuse(response: Response, status: 401 | 403): void {
    this.logger.warn({ security: 'webhook_refused', door: 'instagram.changes' }, 'a change notice was refused');
    response.status(status);
  }
}
