import { Body, Controller, Get, Param, ParseUUIDPipe, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsUUID, Matches } from 'class-validator';
import { AppError, accountsErrors, newId } from '@creator-connect/contracts';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { PlainText } from '../plain-text.decorator';
import { AttentionSummaries, type AttentionSummary } from './attention-summary';
import { assertHonestName } from './domain/organisation-name';
import { OrganisationRepository } from './persistence/organisation.repository';

class CreateOrganisationRequest {
  @PlainText(120)
  name!: string;

  @Matches(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/)
  slug!: string;

  @IsUUID()
  ownerUserId!: string;
}

interface MembershipRow {
  org_id: string;
  name: string;
  role: string;
}

/** For the gateway, which owns users and asks to which organisations they belong, and for notifications. */
@ApiExcludeController()
@Controller('internal')
export class InternalOrganisationsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly organisations: OrganisationRepository,
    private readonly attention: AttentionSummaries,
  ) {}

  @Get('users/:userId/memberships')
  @ServiceRoute('gateway')
  async memberships(@Param('userId', ParseUUIDPipe) userId: string) {
    const rows = await this.routing.query<MembershipRow>(
      `SELECT m.org_id, o.name, m.role FROM memberships m JOIN organisations o USING (org_id)
        WHERE m.user_id = $1 ORDER BY o.name`,
      [userId],
    );
    return { memberships: rows.map(({ org_id: organisationId, name, role }) => ({ organisationId, name, role })) };
  }

  /** What a digest is about. */
  @Get('organisations/:id/attention')
  @ServiceRoute('notifications')
  attentionOf(@Param('id', ParseUUIDPipe) id: string): Promise<AttentionSummary> {
    return this.unitOfWork.tenant(id, (tx) => this.attention.of(tx));
  }

  /** What mails and invitations call the organisation, and in which language. */
  @Get('organisations/:id')
  @ServiceRoute('notifications', 'gateway')
  async show(@Param('id', ParseUUIDPipe) id: string): Promise<{ name: string; locale: string }> {
    const found = await this.unitOfWork.tenant(id, (tx) => this.organisations.current(tx));
    if (!found) throw new AppError(accountsErrors.notFound);
    return { name: found.name, locale: found.locale };
  }

  /** Asked again by the same owner with the same short name, it answers the organisation that is there already. */
  @Post('organisations')
  @ServiceRoute('gateway')
  async create(@Body() { name, slug, ownerUserId }: CreateOrganisationRequest): Promise<{ id: string }> {
    assertHonestName('organisation.name', name);
    const id = newId();
    const added = await this.unitOfWork.tenant(id, async (tx) => {
      if (!(await this.organisations.add(tx, { id, name, slug }))) return false;
      return this.organisations.addMember(tx, id, ownerUserId, 'owner');
    });
    if (added) return { id };
    const own = await this.routing.query<{ org_id: string }>(
      `SELECT m.org_id FROM memberships m WHERE m.user_id = $1 AND m.role = 'owner'`,
      [ownerUserId],
    );
    for (const { org_id: organisationId } of own) {
      const known = await this.unitOfWork.tenant(organisationId, (tx) => this.organisations.current(tx));
      if (known?.slug === slug) return { id: organisationId };
    }
    throw new AppError(accountsErrors.slugTaken);
  }
}
