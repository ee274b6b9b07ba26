import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { IsUUID } from 'class-validator';
import { accountsErrors, AppError, checkedRules, ttcmErrors, type CheckedRule } from '@creator-connect/contracts';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { AccountDirectory } from '../peers/account-directory';
import { AccountFacts } from '../peers/account-facts';
import { organisationOf, ownerOf } from '../tenant';
import { rulesAt } from './domain/rule-sets';
import { checkEligibility } from './domain/rules';

class EligibilityRequest {
  @ApiProperty({ format: 'uuid' })
  @IsUUID()
  socialAccountId!: string;
}

class RuleResponse {
  @ApiProperty({ enum: checkedRules })
  rule!: CheckedRule;

  @ApiProperty({ enum: ['met', 'not_met', 'unknown'] })
  outcome!: string;

  @ApiProperty({ description: 'One sentence in English' })
  explanation!: string;

  @ApiProperty({
    type: Number,
    nullable: true,
    description: 'The number that the rule asks for; null: it asks for none',
  })
  least!: number | null;

  @ApiProperty({ type: Number, nullable: true, description: 'What there is of it; null: not known' })
  actual!: number | null;
}

class EligibilityResponse {
  @ApiProperty({ description: 'False as soon as one rule is known to fail; unknown rules do not block' })
  mayBeInvited!: boolean;

  @ApiProperty({ format: 'date', description: 'Date of the rules that were applied' })
  rulesOf!: string;

  @ApiProperty({ type: [RuleResponse] })
  rules!: RuleResponse[];
}

@ApiTags('ttcm-invites')
@Controller('v1/ttcm-eligibility')
export class EligibilityController {
  constructor(
    private readonly directory: AccountDirectory,
    private readonly facts: AccountFacts,
  ) {}

  @Get()
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'Every rule of the Creator Marketplace for an account: met, not met or unknown' })
  @ApiOkResponse({ type: EligibilityResponse })
  async show(@CurrentIdentity() identity: Identity, @Query() query: EligibilityRequest): Promise<EligibilityResponse> {
    const organisationId = organisationOf(identity);
    const account = await this.directory.account(organisationId, query.socialAccountId);
    const owner = ownerOf(identity);
    if (owner !== undefined && account.influencerId !== owner) throw new AppError(accountsErrors.notFound);
    if (account.platform !== 'tiktok') throw new AppError(ttcmErrors.notTikTok);
    const applied = rulesAt(new Date());
    const rules = checkEligibility(await this.facts.known(organisationId, account.id), applied);
    const mayBeInvited = rules.every((result) => result.outcome !== 'not_met');
    return { mayBeInvited, rulesOf: applied.validFrom, rules };
  }
}
