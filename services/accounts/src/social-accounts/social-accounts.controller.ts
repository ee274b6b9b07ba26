import { Controller, Get, Param, ParseUUIDPipe, Query } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import { AppError, accountsErrors, requestErrors } from '@creator-connect/contracts';
import { PageQuery } from '@creator-connect/observability';
import { UnitOfWork } from '@creator-connect/persistence';
import { CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { afterId, pageOf } from '../page';
import { organisationOf, ownerOf } from '../tenant';
import type { SocialAccount } from './domain/social-account';
import { HistoryRepository } from './persistence/history.repository';
import { ReadAccount } from './persistence/read-account';
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
    private readonly readAccount: ReadAccount,
  ) {}

  @Get()
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'Social accounts, newest first; a creator sees their own' })
  @ApiOkResponse({ type: ListSocialAccountsResponse })
  list(
    @CurrentIdentity() identity: Identity,
    @Query() query: ListSocialAccountsRequest,
  ): Promise<ListSocialAccountsResponse> {
    const { platform, authState, limit } = query;
    const influencerId = viewerOf(identity) ?? query.influencerId;
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const filter = { influencerId, platform, authState, limit: limit + 1, after: afterId(query) };
      return pageOf(await this.accounts.list(tx, filter), limit, (account) => SocialAccountResponse.of(account));
    });
  }

  @Get(':id')
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'One social account with its state and the cause of it' })
  @ApiOkResponse({ type: SocialAccountResponse })
  show(@CurrentIdentity() identity: Identity, @Param('id', ParseUUIDPipe) id: string): Promise<SocialAccountResponse> {
    return this.#visible(identity, id).then((account) => SocialAccountResponse.of(account));
  }

  @Get(':id/history')
  @RequirePermission('accounts:read')
  @ApiOperation({ summary: 'Why the account is in this state: every fact that arrived, newest first' })
  @ApiOkResponse({ type: ListHistoryResponse })
  async historyOf(
    @CurrentIdentity() identity: Identity,
    @Param('id', ParseUUIDPipe) id: string,
    @Query() query: PageQuery,
  ): Promise<ListHistoryResponse> {
    await this.#visible(identity, id);
    return this.unitOfWork.tenant(organisationOf(identity), async (tx) => {
      const rows = await this.history.list(tx, id, query.limit + 1, afterId(query));
      return pageOf(rows, query.limit, (entry) => HistoryEntryResponse.of(entry));
    });
  }

  async #visible(identity: Identity, id: string): Promise<SocialAccount> {
    const owner = viewerOf(identity);
    const account = await this.readAccount.visible(organisationOf(identity), id);
    if (!account || (owner && account.influencerId !== owner)) throw new AppError(accountsErrors.notFound);
    return account;
  }
}

/** Holding a link starts a conversation and shows what it asks for, not the accounts of the person it was made for. */
function viewerOf(identity: Identity): string | undefined {
  if (identity.kind === 'link') throw new AppError(requestErrors.forbidden);
  return ownerOf(identity);
}
