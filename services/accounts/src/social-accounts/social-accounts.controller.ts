import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { afterId, PageQuery, pageOf } from '../page';
import { organisationOf } from '../tenant';
import type { SocialAccount } from './domain/social-account';
import { HistoryRepository } from './persistence/history.repository';
import { SocialAccountRepository } from './persistence/social-account.repository';
import {
  HistoryEntryResponse,
  ListHistoryResponse,
  ListSocialAccountsRequest,
  ListSocialAccountsResponse,
  SocialAccountResponse,
} from './social-account.dto';

@ApiTags('social-accounts')
@Controller('v1/social-accounts')
export class SocialAccountsController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: SocialAccountRepository,
    private readonly history: HistoryRepository,
  ) {}

  @Get()
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'Social accounts, newest first; a creator sees their own' })
  list(
    @CurrentIdentity() identity: Identity,
    @Query() query: ListSocialAccountsRequest,
  ): Promise<ListSocialAccountsResponse> {
    const { platform, authState, limit } = query;
    const influencerId = ownerOf(identity) ?? query.influencerId;
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const filter = { influencerId, platform, authState, limit: limit + 1, after: afterId(query) };
      return pageOf(await this.accounts.list(tx, filter), limit, (account) => SocialAccountResponse.of(account));
    });
  }

  @Get(':id')
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'One social account with its state and the cause of it' })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<SocialAccountResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) =>
      SocialAccountResponse.of(await this.#visible(tx, identity, id)),
    );
  }

  @Get(':id/history')
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'Why the account is in this state: every fact that arrived, newest first' })
  historyOf(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<ListHistoryResponse> {
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      await this.#visible(tx, identity, id);
      const rows = await this.history.list(tx, id, query.limit + 1, afterId(query));
      return pageOf(rows, query.limit, (entry) => HistoryEntryResponse.of(entry));
    });
  }

  async #visible(tx: Tx, identity: Identity, id: string): Promise<SocialAccount> {
    const account = await this.accounts.find(tx, id);
    const owner = ownerOf(identity);
    if (!account || (owner && account.influencerId !== owner)) throw new AppError(accountsErrors.notFound);
    return account;
  }
}

/** The influencer whose accounts are all that this identity may see; undefined for members and keys. */
function ownerOf(identity: Identity): string | undefined {
  return identity.kind === 'influencer' || identity.kind === 'link' ? (identity.influencer ?? identity.sub) : undefined;
}
