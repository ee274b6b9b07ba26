import { Body, Controller, Delete, Get, HttpCode, Param, ParseUUIDPipe, Put } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsOptional } from 'class-validator';
import { AppError, accountsErrors, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { allows, CurrentIdentity, RequirePermission, ServiceRoute, type Identity } from '@creator-connect/security';
import { organisationOf } from '../tenant';
import { ChangeMembersHandler } from './change-members.handler';
import { OrganisationRepository, type MemberRole } from './persistence/organisation.repository';

const roles: readonly MemberRole[] = ['owner', 'admin', 'viewer'];

class MemberRoleRequest {
  @IsIn(roles)
  role!: MemberRole;
}

class JoinRequest extends MemberRoleRequest {
  /** Only while nobody else is in. */
  @IsOptional()
  @IsBoolean()
  asFirst?: boolean;
}

/** Memberships, for the gateway: it adds the names of its users and shows them as `/v1/members`. */
@ApiExcludeController()
@Controller('internal')
export class InternalMembersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly organisations: OrganisationRepository,
    private readonly change: ChangeMembersHandler,
  ) {}

  @Get('organisation-members')
  @RequirePermission('members:read')
  async list(@CurrentIdentity() identity: Identity) {
    const members = await this.unitOfWork.tenant(organisationOf(identity), (tx) => this.organisations.members(tx));
    return {
      members: members.map(({ userId, role, joinedAt }) => ({ userId, role, joinedAt: joinedAt.toISOString() })),
    };
  }

  @Put('organisation-members/:userId')
  @RequirePermission('members:write')
  @HttpCode(204)
  changeRole(
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() { role }: MemberRoleRequest,
    @CurrentIdentity() identity: Identity,
  ): Promise<void> {
    return this.change.changeRole(organisationOf(identity), userId, role);
  }

  /** Everybody may leave; only who may change members removes others. */
  @Delete('organisation-members/:userId')
  @RequirePermission('members:read')
  @HttpCode(204)
  remove(@Param('userId', ParseUUIDPipe) userId: string, @CurrentIdentity() identity: Identity): Promise<void> {
    if (identity.sub !== userId && !allows(identity, 'members:write')) throw new AppError(requestErrors.forbidden);
    return this.change.remove(organisationOf(identity), userId);
  }

  /** Whom the gateway tells what owners should know. */
  @Get('organisations/:organisationId/owners')
  @ServiceRoute('gateway')
  owners(@Param('organisationId', ParseUUIDPipe) organisationId: string) {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const organisation = await this.organisations.current(tx);
      if (!organisation) throw new AppError(accountsErrors.notFound);
      const members = await this.organisations.members(tx);
      const userIds = members.filter(({ role }) => role === 'owner').map(({ userId }) => userId);
      return { userIds };
    });
  }

  /** An invitation was accepted. May be repeated. */
  @Put('organisations/:organisationId/members/:userId')
  @ServiceRoute('gateway')
  @HttpCode(204)
  add(
    @Param('organisationId', ParseUUIDPipe) organisationId: string,
    @Param('userId', ParseUUIDPipe) userId: string,
    @Body() { role, asFirst }: JoinRequest,
  ): Promise<void> {
    return this.change.join(organisationId, userId, role, asFirst);
  }
}
