import { Injectable } from '@nestjs/common';
import type { Platform } from '@creator-connect/contracts';
import type { Tx } from '@creator-connect/persistence';
import { SocialAccountRepository } from '../../social-accounts/persistence/social-account.repository';
import { CreateRequestHandler } from '../create-request/create-request.handler';
import { itemsOf, itemsToRenew, type NewItem } from '../domain/request-items';
import { MintLink, type MintedLink } from '../mint-link';
import {
  AuthorizationRequestRepository,
  type AuthorizationRequest,
} from '../persistence/authorization-request.repository';
import type { RecipientQuestion } from './recipient-question';

export interface MailedAccount {
  /** Null: an account that is not known here yet. */
  id: string | null;
  platform: Platform;
  handle: string | null;
}

export interface MailedRequest {
  /** Null: nothing is left to ask for. */
  link: MintedLink | null;
  /** What is asked for. */
  accounts: MailedAccount[];
}

/** What a mail asks to authorize, with a link that was minted for it. */
@Injectable()
export class MailedRequests {
  constructor(
    private readonly requests: AuthorizationRequestRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly createRequest: CreateRequestHandler,
    private readonly mintLink: MintLink,
  ) {}

  /**
   * Of the request that the mail was asked for, while it is open, else of the newest; a reminder about accounts opens one
   * for exactly these accounts. For a look at the mail nothing is minted.
   */
  async of(tx: Tx, about: RecipientQuestion): Promise<MailedRequest> {
    if (about.preview)
      return { link: this.mintLink.sample(), accounts: await this.#needingAny(tx, about.influencerId) };
    const request = await this.#requestOf(tx, about);
    if (!request) return { link: null, accounts: [] };
    const accounts = request.items
      .filter(({ done }) => !done)
      .map(({ socialAccountId: id, platform, handle }) => ({ id, platform, handle }));
    return { link: await this.mintLink.mail(tx, request, about.messageId ?? null), accounts };
  }

  #requestOf(tx: Tx, about: RecipientQuestion): Promise<AuthorizationRequest | undefined> {
    const { authorizationRequestId, influencerId, accountIds } = about;
    if (authorizationRequestId) return this.requests.holdOpen(tx, authorizationRequestId, influencerId);
    return accountIds.length === 0 ? this.requests.newestOpen(tx, influencerId) : this.#requestFor(tx, about);
  }

  async #requestFor(tx: Tx, about: RecipientQuestion): Promise<AuthorizationRequest | undefined> {
    const { organisationId, influencerId } = about;
    const needing = await this.#needing(tx, about);
    if (needing.length === 0) return undefined;
    const ids = needing.map((item) => item.socialAccountId);
    const open = await this.requests.openFor(tx, influencerId, ids);
    return open ?? this.createRequest.create(tx, organisationId, influencerId, needing);
  }

  async #needing(tx: Tx, { influencerId, accountIds, endingGrantVersion }: RecipientQuestion): Promise<NewItem[]> {
    const known = await this.accounts.allOf(tx, influencerId);
    const meant = known.filter((account) => accountIds.includes(account.id));
    return endingGrantVersion === undefined ? itemsOf(meant, []) : itemsToRenew(meant, endingGrantVersion);
  }

  /** What a request that is made now would ask for, as long as nothing else is typed. */
  async #needingAny(tx: Tx, influencerId: string): Promise<MailedAccount[]> {
    const known = await this.accounts.allOf(tx, influencerId);
    const needing = new Set(itemsOf(known, []).map(({ socialAccountId }) => socialAccountId));
    return known.filter(({ id }) => needing.has(id)).map(({ id, platform, handle }) => ({ id, platform, handle }));
  }
}
