import { Controller, Delete, Get, HttpCode, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { UnitOfWork } from '@creator-connect/persistence';
import { assertStepUp, CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { organisationOf } from '../tenant';
import { TtcmSettings } from '../ttcm-settings';
import { AgencyConnectionResponse, BegunConnectionResponse } from './agency.dto';
import { BeginConnectionHandler } from './begin-connection/begin-connection.handler';
import { type HeaderReply, setBinding } from './binding-cookie';
import { DisconnectHandler } from './disconnect/disconnect.handler';
import { ConnectionRepository } from './persistence/connection.repository';
import { TtcmAppClient } from './ttcm-app';

/** The organisation's own Creator Marketplace account: an owner connects it, everybody sees its state. */
@ApiTags('ttcm-connection')
@Controller('v1/ttcm-connection')
export class AgencyController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly connections: ConnectionRepository,
    private readonly begin: BeginConnectionHandler,
    private readonly disconnection: DisconnectHandler,
    private readonly client: TtcmAppClient,
    private readonly settings: TtcmSettings,
  ) {}

  @Get()
  @RequirePermission('settings:read')
  @ApiOperation({ summary: 'State of the organisation’s own Creator Marketplace account' })
  @ApiOkResponse({ type: AgencyConnectionResponse })
  async show(@CurrentIdentity() identity: Identity): Promise<AgencyConnectionResponse> {
    const connection = await this.unitOfWork.tenant(organisationOf(identity), (tx) => this.connections.find(tx));
    const installation = { available: this.client.isConfigured, invitesBy: this.settings.invitesBy };
    return AgencyConnectionResponse.of(connection, installation);
  }

  @Post('attempts')
  @RequirePermission('organisation:write')
  @ApiOperation({ summary: 'Begin to connect it, or to connect it again; needs a fresh proof' })
  @ApiCreatedResponse({ type: BegunConnectionResponse })
  async connect(
    @CurrentIdentity() identity: Identity,
    @Res({ passthrough: true }) reply: HeaderReply,
  ): Promise<BegunConnectionResponse> {
    assertStepUp(identity, new Date());
    const { redirectTo, binding } = await this.begin.handle(organisationOf(identity), identity.sub);
    setBinding(reply, binding);
    return { redirectTo };
  }

  @Delete()
  @HttpCode(204)
  @RequirePermission('organisation:write')
  @ApiOperation({ summary: 'Disconnect it; TikTok is told to forget the authorization. Needs a fresh proof' })
  @ApiNoContentResponse()
  async disconnect(@CurrentIdentity() identity: Identity): Promise<void> {
    assertStepUp(identity, new Date());
    await this.disconnection.handle(organisationOf(identity));
  }
}
