import { AppError, requestErrors } from '@creator-connect/contracts';
import { Controller, Get, Header, Inject } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import type { Caller } from '../edge/caller';
import { CurrentCaller } from '../edge/request-decorators';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { apiPage } from './api-page';
import { errorsPage } from './errors-page';
import { style } from './html';
import { MergedOpenApi } from './merged-openapi';
import type { OpenApiDocument } from './openapi-merge';

const html = 'text/html; charset=utf-8';

/** Error pages are for everybody; the description of the API is for who may use it (security HT-08). */
@Controller('docs')
@ApiExcludeController()
export class DocsController {
  constructor(
    private readonly openApi: MergedOpenApi,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  @Get()
  @Header('content-type', html)
  async api(@CurrentCaller() caller: Caller): Promise<string> {
    this.assertMayRead(caller);
    return apiPage(await this.openApi.document());
  }

  @Get('openapi.json')
  async document(@CurrentCaller() caller: Caller): Promise<OpenApiDocument> {
    this.assertMayRead(caller);
    return this.openApi.document();
  }

  @Get('errors')
  @Header('content-type', html)
  errors(): string {
    return errorsPage();
  }

  @Get('style.css')
  @Header('content-type', 'text/css; charset=utf-8')
  style(): string {
    return style;
  }

  private assertMayRead(caller: Caller): void {
    if (this.config.CONNECT_PROFILE === 'local') return;
    const identity = caller.kind === 'anonymous' ? undefined : caller.identity;
    if (identity?.kind !== 'member' && identity?.kind !== 'api_key') throw new AppError(requestErrors.unauthenticated);
  }
}
