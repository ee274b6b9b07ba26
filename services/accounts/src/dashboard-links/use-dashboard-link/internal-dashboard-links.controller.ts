import { accountsErrors, AppError } from '@creator-connect/contracts';
import { ServiceRoute } from '@creator-connect/security';
import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { Matches } from 'class-validator';
import { UseDashboardLinkHandler, type UsedDashboardLink } from './use-dashboard-link.handler';

class UseDashboardLinkRequest {
  @Matches(/^[\w-]{43}$/)
  tokenHash!: string;
}

@ApiExcludeController()
@Controller('internal/dashboard-link-uses')
export class InternalDashboardLinksController {
  constructor(private readonly useLink: UseDashboardLinkHandler) {}

  @Post()
  @HttpCode(200)
  @ServiceRoute('gateway')
  async use(@Body() { tokenHash }: UseDashboardLinkRequest): Promise<UsedDashboardLink> {
    const used = await this.useLink.handle(Buffer.from(tokenHash, 'base64url'));
    if (!used) throw new AppError(accountsErrors.notFound);
    return used;
  }
}
