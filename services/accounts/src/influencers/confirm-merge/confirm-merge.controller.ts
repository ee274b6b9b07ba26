import { Controller, Delete, Get, HttpCode, Post } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiProperty, ApiTags } from '@nestjs/swagger';
import { platforms, type Platform } from '@creator-connect/contracts';
import { assertStepUp, CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { ownOf } from '../../tenant';
import { ConfirmMergeHandler, type AskedMerge } from './confirm-merge.handler';

class AskedAccountResponse {
  @ApiProperty({ enum: platforms })
  platform!: Platform;

  @ApiProperty()
  handle!: string;
}

class AskedMergeResponse {
  @ApiProperty()
  organisation!: string;

  @ApiProperty({ example: 's•••@example.com', description: 'How the person would sign in afterwards' })
  addressHint!: string;

  @ApiProperty({ type: [AskedAccountResponse], description: 'What would move' })
  accounts!: AskedAccountResponse[];

  @ApiProperty({ format: 'date-time' })
  proposedAt!: string;

  static of({ accounts, proposedAt, ...asked }: AskedMerge): AskedMergeResponse {
    const shown = accounts.map(({ platform, handle }) => ({ platform, handle }));
    return { ...asked, accounts: shown, proposedAt: proposedAt.toISOString() };
  }
}

class OwnMergeProposalResponse {
  @ApiProperty({ type: AskedMergeResponse, nullable: true, description: 'null: nothing is asked' })
  proposal!: AskedMergeResponse | null;
}

@ApiTags('own-data')
@Controller('v1/own-data/merge-proposal')
export class ConfirmMergeController {
  constructor(private readonly handler: ConfirmMergeHandler) {}

  @Get()
  @RequirePermission('own-data:read')
  @ApiOperation({ summary: 'Whether the organisation asks if another entry of its roster is yours as well' })
  @ApiOkResponse({ type: OwnMergeProposalResponse })
  async show(@CurrentIdentity() identity: Identity): Promise<OwnMergeProposalResponse> {
    const asked = await this.handler.asked(ownOf(identity));
    return { proposal: asked ? AskedMergeResponse.of(asked) : null };
  }

  @Post('acceptance')
  @HttpCode(204)
  @RequirePermission('own-data:write')
  @ApiOperation({
    summary: 'Both are yours: this one becomes part of the other, for good; needs a proof of at most five minutes ago',
  })
  @ApiNoContentResponse()
  accept(@CurrentIdentity() identity: Identity): Promise<void> {
    const person = ownOf(identity);
    assertStepUp(identity, new Date());
    return this.handler.accept(person);
  }

  @Delete()
  @HttpCode(204)
  @RequirePermission('own-data:write')
  @ApiOperation({ summary: 'The other entry is not yours; nothing changes' })
  @ApiNoContentResponse()
  decline(@CurrentIdentity() identity: Identity): Promise<void> {
    return this.handler.decline(ownOf(identity));
  }
}
