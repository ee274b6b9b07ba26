import { AppError, oauthErrors } from '@creator-connect/contracts';
import { YOUTUBE_DEFAULTS } from '@creator-connect/platforms';
import { KeysUnavailable, PublicRoute, SecurityEventRefused, verifySecurityEvent } from '@creator-connect/security';
import { Controller, HttpCode, Logger, Post, Req, Res } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request, Response } from 'express';
import { Clock } from '../clock';
import { ConnectPlatforms } from '../platforms/connect-platform';
import { WebhookMemory } from './forget-webhooks';
import { ReceiveWebhookHandler } from './receive-webhook.handler';
import { bytesOf } from './request-bytes';
import { readSecurityEvents } from './security-events';

/**
 * Google's Cross-Account Protection pushes security event tokens (RFC 8935): 202 when one is taken, 400 with the reason
 * when it will never be, 503 when nothing can be decided now and it has to come again (security WH-05).
 */
@ApiExcludeController()
@Controller('webhooks')
export class SecurityEventsController {
  private readonly logger = new Logger(SecurityEventsController.name);

  constructor(
    private readonly receive: ReceiveWebhookHandler,
    private readonly platforms: ConnectPlatforms,
    private readonly memory: WebhookMemory,
    private readonly clock: Clock,
  ) {}

  @Post('youtube')
  @HttpCode(202)
  @PublicRoute()
  async youtube(@Req() request: Request, @Res({ passthrough: true }) response: Response): Promise<object | void> {
    try {
      await this.take(bytesOf(request).toString('latin1').trim());
    } catch (error) {
      if (error instanceof SecurityEventRefused) return this.refuse(response, error);
      if (!(error instanceof KeysUnavailable)) throw error;
      const { retryAfterSeconds, cause } = error;
      throw new AppError(oauthErrors.platformUnavailable, { retryAfterSeconds, cause });
    }
  }

  private async take(token: string): Promise<void> {
    const { appRegistration: audience, publishedKeys: keys } = this.platforms.get('youtube');
    if (!keys) throw new Error('YouTube has no published keys');
    const issuers = YOUTUBE_DEFAULTS.securityEventIssuers;
    const { id, occurredAt, events } = await verifySecurityEvent(token, {
      keys,
      issuers,
      audience,
      maxAgeMs: this.memory.maxAgeMs,
      now: this.clock.now(),
    });
    const read = readSecurityEvents(events);
    if (read.length === 0) this.logger.log({ types: Object.keys(events) }, 'a security event without an effect');
    for (const { about, report, rule } of read) {
      // Both spellings of the issuer are one sender, so its name adds nothing to the id.
      const identity = `${id}:${rule}`;
      await this.receive.handle({
        platform: 'youtube',
        kind: 'security_event',
        identity,
        about,
        occurredAt,
        report,
        rule,
      });
    }
  }

  private refuse(response: Response, { err, description }: SecurityEventRefused): object {
    this.logger.warn({ security: 'webhook_refused', door: 'youtube', err }, 'a security event was refused');
    response.status(400).set('content-language', 'en');
    return { err, description };
  }
}
