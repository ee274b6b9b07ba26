import { AppError, requestErrors } from '@creator-connect/contracts';
import { tiktokRemoval } from '@creator-connect/platforms';
import { UnitOfWork } from '@creator-connect/persistence';
import {
  PublicRoute,
  randomToken,
  sha256,
  verifyMetaSignedRequest,
  verifyTikTokSignature,
} from '@creator-connect/security';
import {
  Controller,
  Get,
  Headers,
  HttpCode,
  Param,
  Post,
  type RawBodyRequest,
  Req,
  UnauthorizedException,
} from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Request } from 'express';
import { z } from 'zod';
import { deathByFailure } from '../grants/grant-death';
import { ReceiveWebhookHandler } from './receive-webhook.handler';
import { ReportedEndsRepository } from './reported-ends.repository';
import { WebhookSecrets } from './webhook-secrets';

const tiktokEvent = z.object({
  client_key: z.string(),
  event: z.string(),
  user_openid: z.string().min(1).max(200),
  content: z.string().max(10_000),
});
const tiktokContent = z.object({ reason: z.number().int().optional() });

const revoked = { kind: 'revoked', cause: 'revoked_by_person' } as const;

/** Messages of the platforms. The signature over the raw bytes comes first; a wrong one learns nothing (security WH). */
@ApiExcludeController()
@Controller('webhooks')
export class WebhooksController {
  constructor(
    private readonly receive: ReceiveWebhookHandler,
    private readonly ends: ReportedEndsRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly secrets: WebhookSecrets,
  ) {}

  @Post('instagram/deauthorize')
  @HttpCode(200)
  @PublicRoute()
  async deauthorize(@Req() request: Request): Promise<Record<string, never>> {
    const { personId, delivered } = this.metaRequest(request);
    const rule = 'instagram.deauthorize';
    await this.receive.handle({ platform: 'instagram', kind: 'removed', delivered, personId, death: revoked, rule });
    return {};
  }

  @Post('instagram/data-deletion')
  @HttpCode(200)
  @PublicRoute()
  async dataDeletion(@Req() request: Request): Promise<{ url: string; confirmation_code: string }> {
    const { personId, delivered } = this.metaRequest(request);
    const code = randomToken(18);
    await this.receive.handle({
      platform: 'instagram',
      kind: 'data_deletion',
      delivered,
      personId,
      death: revoked,
      rule: 'instagram.data_deletion',
      confirmationCode: code,
    });
    return { url: `${this.secrets.publicUrl}/webhooks/instagram/data-deletion/${code}`, confirmation_code: code };
  }

  @Get('instagram/data-deletion/:code')
  @PublicRoute()
  async deletionStatus(@Param('code') code: string): Promise<{ status: string }> {
    const progress = await this.unitOfWork.system((tx) => this.ends.progress(tx, sha256(code.slice(0, 100))));
    if (!progress) throw new AppError(requestErrors.notFound);
    return { status: progress === 'done' ? 'Your data was deleted.' : 'The deletion is in progress.' };
  }

  @Post('tiktok')
  @HttpCode(200)
  @PublicRoute()
  async tiktok(
    @Req() request: RawBodyRequest<Request>,
    @Headers('tiktok-signature') signature?: string,
  ): Promise<Record<string, never>> {
    const body = request.rawBody ?? Buffer.alloc(0);
    if (!verifyTikTokSignature(signature, body, this.secrets.tiktok)) throw new UnauthorizedException();
    const event = tiktokEvent.safeParse(request.body);
    if (!event.success || event.data.client_key !== this.secrets.tiktokClientKey) throw new UnauthorizedException();
    const { event: name, user_openid: personId, content } = event.data;
    if (name !== 'authorization.removed') return {};
    const reason = tiktokContent.safeParse(parseJson(content)).data?.reason ?? 0;
    const death = deathByFailure(tiktokRemoval(reason));
    if (death) {
      const delivered = body.toString('utf8');
      const rule = `tiktok.removed.${reason}`;
      await this.receive.handle({ platform: 'tiktok', kind: 'removed', delivered, personId, death, rule });
    }
    return {};
  }

  private metaRequest(request: Request): { personId: string; delivered: string } {
    const delivered: unknown = (request.body as Record<string, unknown> | undefined)?.['signed_request'];
    const verified = typeof delivered === 'string' ? verifyMetaSignedRequest(delivered, this.secrets.meta) : undefined;
    if (!verified?.userId) throw new UnauthorizedException();
    return { personId: verified.userId, delivered: delivered as string };
  }
}

function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
