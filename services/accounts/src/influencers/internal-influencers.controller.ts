import { Controller, Get, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsEmail, MaxLength } from 'class-validator';
import { RoutingPool } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { emailHash } from './persistence/influencer.repository';

class ByEmailQuery {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

/** For the gateway: whom an address belongs to, over all organisations, so that one sign-in serves them all. */
@ApiExcludeController()
@Controller('internal/influencers')
export class InternalInfluencersController {
  constructor(private readonly routing: RoutingPool) {}

  @Get('by-email')
  @ServiceRoute('gateway')
  async byEmail(@Query() { email }: ByEmailQuery) {
    const rows = await this.routing.query<{ id: string; org_id: string; name: string }>(
      `SELECT i.id, i.org_id, o.name FROM influencers i JOIN organisations o USING (org_id)
        WHERE i.email_hash = $1 ORDER BY i.id`,
      [emailHash(email)],
    );
    return { influencers: rows.map(({ id, org_id, name }) => ({ influencerId: id, organisationId: org_id, name })) };
  }
}
