import { Body, Controller, Get, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsString, Length } from 'class-validator';
import { assertStepUp, CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { ownOf } from '../../tenant';
import { EraseOwnHandler } from './erase-own.handler';
import { HeldResponse } from './held.dto';

class ErasurePreviewResponse extends HeldResponse {
  @ApiProperty()
  organisation!: string;
}

class EraseOwnRequest {
  @ApiProperty({ description: 'The name of the organisation, typed by the person, so that it is the one they mean' })
  @IsString()
  @Length(1, 200)
  organisation!: string;
}

class EraseOwnResponse {
  @ApiProperty({ description: 'Opens the receipt at /v1/erasure-receipts; given once' })
  receipt!: string;
}

@ApiTags('own-data')
@Controller('v1/own-data/erasure')
export class EraseOwnController {
  constructor(private readonly handler: EraseOwnHandler) {}

  @Get()
  @RequirePermission('own-data:read')
  @ApiOperation({ summary: 'What would be erased with you, in every service' })
  @ApiOkResponse({ type: ErasurePreviewResponse })
  preview(@CurrentIdentity() identity: Identity): Promise<ErasurePreviewResponse> {
    return this.handler.preview(ownOf(identity));
  }

  @Post()
  @HttpCode(200)
  @RequirePermission('own-data:write')
  @ApiOperation({
    summary: 'Erase yourself from this organisation, for good; needs a proof of at most five minutes ago',
  })
  @ApiOkResponse({ type: EraseOwnResponse })
  async erase(
    @CurrentIdentity() identity: Identity,
    @Body() { organisation }: EraseOwnRequest,
  ): Promise<EraseOwnResponse> {
    const person = ownOf(identity);
    assertStepUp(identity, new Date());
    return { receipt: await this.handler.erase(person, organisation) };
  }
}
