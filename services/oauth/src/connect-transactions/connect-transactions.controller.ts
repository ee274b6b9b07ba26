import { type Platform, platforms } from '@creator-connect/contracts';
import { CurrentIdentity, type Identity, RequirePermission } from '@creator-connect/security';
import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Res } from '@nestjs/common';
import {
  ApiCreatedResponse,
  ApiOkResponse,
  ApiOperation,
  ApiProperty,
  ApiPropertyOptional,
  ApiTags,
} from '@nestjs/swagger';
import {
  ArrayMaxSize,
  ArrayMinSize,
  IsArray,
  IsBoolean,
  IsIn,
  IsOptional,
  IsString,
  IsUUID,
  MaxLength,
} from 'class-validator';
import type { Response } from 'express';
import { actorOf } from './actor';
import { bindingCookieName, bindingCookieOptions } from './binding-cookie';
import { ConfirmConnectTransactionHandler } from './confirm-connect-transaction/confirm-connect-transaction.handler';
import { DiscardHandler } from './discard/discard.handler';
import { CheckAgainHandler } from './check-again/check-again.handler';
import { UnfinishedTransactionsResponse } from './list-unfinished/list-unfinished.dto';
import { ListUnfinishedHandler } from './list-unfinished/list-unfinished.handler';
import {
  ReadConnectTransactionResponse,
  SiblingResponse,
} from './read-connect-transaction/read-connect-transaction.dto';
import { ReadConnectTransactionHandler } from './read-connect-transaction/read-connect-transaction.handler';
import { StartConnectTransactionHandler } from './start-connect-transaction/start-connect-transaction.handler';

class StartConnectTransactionRequest {
  @ApiProperty({ enum: platforms })
  @IsIn(platforms)
  platform!: Platform;

  @ApiPropertyOptional({ format: 'uuid', description: 'Set to authenticate one known account again' })
  @IsOptional()
  @IsUUID()
  socialAccountId?: string;

  @ApiPropertyOptional({
    description:
      'Any account will do, whatever handle was asked for; only from whoever proved to be the invited person',
  })
  @IsOptional()
  @IsBoolean()
  asNew?: boolean;
}

class StartConnectTransactionResponse {
  @ApiProperty({ format: 'uuid' })
  id!: string;

  @ApiProperty({ format: 'uri', description: "The platform's own page; go there in the same tab" })
  redirectTo!: string;

  @ApiProperty({
    type: [SiblingResponse],
    description: 'Accounts connected already that must stay ticked there; a choice without them cuts them off',
  })
  keepTicked!: SiblingResponse[];
}

class ConfirmConnectTransactionRequest {
  @ApiProperty({ type: [String] })
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(50)
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  candidateIds!: string[];
}

@ApiTags('connect-transactions')
@Controller('v1/connect-transactions')
export class ConnectTransactionsController {
  constructor(
    private readonly start: StartConnectTransactionHandler,
    private readonly readTransaction: ReadConnectTransactionHandler,
    private readonly confirmTransaction: ConfirmConnectTransactionHandler,
    private readonly checkAgain: CheckAgainHandler,
    private readonly listUnfinished: ListUnfinishedHandler,
    private readonly discarding: DiscardHandler,
  ) {}

  @Post()
  @RequirePermission('connect:start')
  @ApiOperation({ summary: 'Begin to connect an account at a platform' })
  @ApiCreatedResponse({ type: StartConnectTransactionResponse })
  async begin(
    @CurrentIdentity() identity: Identity,
    @Body() { platform, socialAccountId, asNew }: StartConnectTransactionRequest,
    @Res({ passthrough: true }) response: Response,
  ): Promise<StartConnectTransactionResponse> {
    const actor = actorOf(identity);
    const wanted = { platform, socialAccountId: socialAccountId ?? null, asNew: asNew ?? false };
    const started = await this.start.handle({ actor, ...wanted });
    response.cookie(bindingCookieName(started.id), started.binding.value, bindingCookieOptions);
    return { id: started.id, redirectTo: started.redirectTo, keepTicked: [...started.keepTicked] };
  }

  @Get()
  @RequirePermission('connect:start')
  @ApiOperation({ summary: 'Attempts that wait for your choice of accounts' })
  @ApiOkResponse({ type: UnfinishedTransactionsResponse })
  unfinished(@CurrentIdentity() identity: Identity): Promise<UnfinishedTransactionsResponse> {
    return this.listUnfinished.handle(actorOf(identity));
  }

  @Get(':id')
  @RequirePermission('connect:start')
  @ApiOperation({ summary: 'What became of an attempt, and which accounts can be chosen' })
  @ApiOkResponse({ type: ReadConnectTransactionResponse })
  read(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReadConnectTransactionResponse> {
    return this.readTransaction.handle(actorOf(identity), id);
  }

  @Post(':id/confirm')
  @HttpCode(200)
  @RequirePermission('connect:start')
  @ApiOperation({ summary: 'Connect the chosen accounts; nothing is stored before' })
  @ApiOkResponse({ type: ReadConnectTransactionResponse })
  async confirm(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Body() { candidateIds }: ConfirmConnectTransactionRequest,
  ): Promise<ReadConnectTransactionResponse> {
    const actor = actorOf(identity);
    await this.confirmTransaction.handle(actor, id, candidateIds);
    return this.readTransaction.handle(actor, id);
  }

  @Post(':id/checks')
  @HttpCode(200)
  @RequirePermission('connect:start')
  @ApiOperation({ summary: 'Look again what the consent opens, without a new login' })
  @ApiOkResponse({ type: ReadConnectTransactionResponse })
  async check(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReadConnectTransactionResponse> {
    const actor = actorOf(identity);
    await this.checkAgain.handle(actor, id);
    return this.readTransaction.handle(actor, id);
  }

  @Post(':id/discard')
  @HttpCode(200)
  @RequirePermission('connect:start')
  @ApiOperation({ summary: 'Throw an unfinished attempt away, with the consent that nothing rests on' })
  @ApiOkResponse({ type: ReadConnectTransactionResponse })
  async discard(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
  ): Promise<ReadConnectTransactionResponse> {
    const actor = actorOf(identity);
    await this.discarding.handle(actor, id);
    return this.readTransaction.handle(actor, id);
  }
}
