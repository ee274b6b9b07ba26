import { AppError, requestErrors } from '@creator-connect/contracts';
import { tiktokRemoval } from '@creator-connect/platforms';
import { UnitOfWork } from '@creator-connect/persistence';
import { PublicRoute, sha256 } from '@creator-connect/security';
import { Controller, Get, HttpCode, Logger, Param, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { deathByFailure } from '../grants/grant-death';
import { pageHeaders } from './page-headers';
import { deletionStatusPage } from './deletion-status-page';
import { ReceiveWebhookHandler } from './receive-webhook.handler';
import { ReportedEndsRepository } from './reported-ends.repository';
import { revokedByPerson } from './report';
import { bytesOf } from './request-bytes';
import { type MetaMessage, metaMessage, tiktokMessage } from './verify-webhook';
import { WebhookSecrets } from './webhook-secrets';

/** Messages of Meta and TikTok. The signature comes first; a wrong one is answered with nothing (security WH-01). */
@ApiExcludeController()
@Controller('webhooks')
export class WebhooksController {
  private readonly logger = new Logger(WebhooksController.name);

  constructor(
    private readonly receive: ReceiveWebhookHandler,
    private readonly ends: ReportedEndsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: WebhookSecrets,
  ) {}

  @Post('instagram/deauthorize')
  @HttpCode(200)
  @PublicRoute()
  async deauthorize(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<object | void> {
    const message = metaMessage(bytesOf(request), this.secrets);
    if (!message) return this.refuse(response, 'instagram.deauthorize');
    await this.removed(message, 'removed');
    return {};
  }

  @Post('instagram/data-deletion')
  @HttpCode(200)
  @PublicRoute()
  async dataDeletion(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<object | void> {
    const message = metaMessage(bytesOf(request), this.secrets);
    if (!message) return this.refuse(response, 'instagram.data_deletion');
    const code = this.secrets.confirmationCode(message.delivered);
    await this.removed(message, 'data_deletion', code);
    return { url: `${this.secrets.publicUrl}/webhooks/instagram/data-deletion/${code}`, confirmation_code: code };
  }

  @Get('instagram/data-deletion/:code')
  @PublicRoute()
  async deletionStatus(@Param('code') code: string, @Res() response: Response): Promise<void> {
    const progress = await this.unitOfWork.system((tx) => this.ends.progress(tx, sha256(code.slice(0, 100))));
    if (!progress) throw new AppError(requestErrors.notFound);
    response.set(pageHeaders).send(deletionStatusPage(progress));
  }

  @Post('tiktok')
  @HttpCode(200)
  @PublicRoute()
  async tiktok(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<object | void> {
    const signature = request.headers['tiktok-signature'];
    const message = tiktokMessage(bytesOf(request), signature, this.secrets);
    if (!message) return this.refuse(response, 'tiktok');
    const report = message.event === 'authorization.removed' && deathByFailure(tiktokRemoval(message.reason));
    if (report) {
      const { delivered: identity, personId, occurredAt, reason } = message;
      const rule = `tiktok.authorization_removed.${reason}`;
      const about = { personId };
      await this.receive.handle({ platform: 'tiktok', kind: 'removed', identity, about, occurredAt, report, rule });
    }
    return {};
  }

  private async removed(message: MetaMessage, kind: 'removed' | 'data_deletion', code?: string): Promise<void> {
    const { delivered: identity, personId, occurredAt } = message;
    // A Page's message names no person; it gets the same form of answer.
    if (personId === undefined) return;
    const rule = kind === 'removed' ? 'instagram.deauthorize' : 'instagram.data_deletion';
    await this.receive.handle({
      platform: 'instagram',
      kind,
      identity,
      about: { personId },
      occurredAt,
      report: revokedByPerson,
      rule,
      ...(code !== undefined && { confirmationCode: code }),
    });
  }

  private refuse(response: Response, door: string): void {
    this.logger.warn({ security: 'webhook_refused', door }, 'a message with a wrong signature was refused');
    response.status(401);
  }
}
