import { AppError, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { Clock } from '../clock';
import type { SessionCaller } from '../edge/caller';
import { CurrentSession } from '../edge/request-decorators';
import { memberAllowed } from '../members/member-manager';
import { StepUp } from '../sessions/step-up/step-up';
import { CreateInvitationHandler } from './create-invitation/create-invitation.handler';
import {
  CreateInvitationRequest,
  InvitationResponse,
  ListInvitationsResponse,
  toResponse,
} from './member-invitation.dto';
import { MemberInvitationRepository } from './persistence/member-invitation.repository';

@ApiTags('members')
@Controller('v1/member-invitations')
export class MemberInvitationsController {
  constructor(
    private readonly create: CreateInvitationHandler,
    private readonly invitations: MemberInvitationRepository,
    private readonly unitOfWork: UnitOfWork,
    private readonly stepUp: StepUp,
    private readonly clock: Clock,
  ) {}

  @Post()
  @ApiOperation({ summary: 'Invite somebody by e-mail; needs a proof of at most five minutes ago' })
  @ApiCreatedResponse({ type: InvitationResponse })
  async invite(
    @Body() request: CreateInvitationRequest,
    @CurrentSession() caller: SessionCaller,
  ): Promise<InvitationResponse> {
    const by = memberAllowed(caller, 'members:write');
    this.stepUp.assertProven(caller);
    return toResponse(await this.create.handle(by, request));
  }

  @Get()
  @ApiOperation({ summary: 'Invitations that nobody has accepted yet, newest first' })
  @ApiOkResponse({ type: ListInvitationsResponse })
  async list(@CurrentSession() caller: SessionCaller): Promise<ListInvitationsResponse> {
    const { org } = memberAllowed(caller, 'members:write');
    const invitations = await this.unitOfWork.tenant(org, (tx) => this.invitations.list(tx));
    return { items: invitations.map(toResponse) };
  }

  @Delete(':id')
  @ApiOperation({ summary: 'Withdraw an invitation' })
  @ApiNoContentResponse()
  @HttpCode(204)
  async revoke(@Param('id', ParseUUIDPipe) id: string, @CurrentSession() caller: SessionCaller): Promise<void> {
    const { org } = memberAllowed(caller, 'members:write');
    const revoked = await this.unitOfWork.tenant(org, (tx) => this.invitations.revoke(tx, id, this.clock.now()));
    if (!revoked) throw new AppError(requestErrors.notFound);
  }
}
