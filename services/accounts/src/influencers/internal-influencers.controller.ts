import { Body, Controller, Get, HttpCode, Param, ParseUUIDPipe, Post, Put, Query } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsEmail, IsUUID, MaxLength } from 'class-validator';
import { AppError, accountsErrors, type Platform } from '@creator-connect/contracts';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { SocialAccountRepository } from '../social-accounts/persistence/social-account.repository';
import { emailHash, InfluencerRepository } from './persistence/influencer.repository';

class ByEmailQuery {
  @IsEmail()
  @MaxLength(254)
  email!: string;
}

class SignInRequest {
  @IsUUID()
  organisationId!: string;
}

class NamesRequest {
  @IsUUID()
  organisationId!: string;

  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  influencerIds!: string[];

  @IsArray()
  @ArrayMaxSize(100)
  @IsUUID(undefined, { each: true })
  accountIds!: string[];
}

interface Names {
  influencers: { id: string; name: string }[];
  accounts: { id: string; platform: Platform; handle: string }[];
}

@ApiExcludeController()
@Controller('internal')
export class InternalInfluencersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly influencers: InfluencerRepository,
    private readonly accounts: SocialAccountRepository,
  ) {}

  /** What people and accounts of an organisation are called; who is gone is missing. */
  @Post('names')
  @HttpCode(200)
  @ServiceRoute('notifications', 'ttcm')
  names(@Body() { organisationId, influencerIds, accountIds }: NamesRequest): Promise<Names> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const people = await this.influencers.byIds(tx, influencerIds);
      const accounts = await this.accounts.byIds(tx, accountIds);
      return {
        influencers: people.map(({ id, name }) => ({ id, name })),
        accounts: accounts.map(({ id, platform, handle }) => ({ id, platform, handle })),
      };
    });
  }

  /** Whom an address belongs to, over all organisations, so that one sign-in serves them all. */
  @Get('influencers/by-email')
  @ServiceRoute('gateway')
  async byEmail(@Query() { email }: ByEmailQuery) {
    const rows = await this.routing.query<{ id: string; org_id: string; name: string; locale: string }>(
      `SELECT i.id, i.org_id, i.locale, o.name FROM influencers i JOIN organisations o USING (org_id)
        WHERE i.email_hash = $1 ORDER BY i.id`,
      [emailHash(email)],
    );
    return {
      influencers: rows.map(({ id, org_id, name, locale }) => ({
        influencerId: id,
        organisationId: org_id,
        name,
        locale,
      })),
    };
  }

  /** Somebody got into the dashboard by this entry: from now on it is theirs, and no admin can give it to another mailbox. */
  @Put('influencers/:id/sign-in')
  @HttpCode(204)
  @ServiceRoute('gateway')
  async signedIn(@Param('id', ParseUUIDPipe) id: string, @Body() { organisationId }: SignInRequest): Promise<void> {
    const known = await this.unitOfWork.tenant(organisationId, (tx) => this.influencers.noteSignIn(tx, id));
    if (!known) throw new AppError(accountsErrors.notFound);
  }
}
