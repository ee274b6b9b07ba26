import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, type Platform } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { ApplicationRepository } from '../../applications/persistence/application.repository';
import { MergeRepository } from '../../influencers/merge-influencers/persistence/merge.repository';
import { SocialAccountRepository } from '../../social-accounts/persistence/social-account.repository';
import { CreateRequestHandler } from '../create-request/create-request.handler';
import { LinkRecords } from '../link-records';
import { MintLink, type MintedLink } from '../mint-link';
import { itemsOf, itemsToRenew, type NewItem } from '../domain/request-items';
import type { AuthorizationRequest } from '../persistence/authorization-request.repository';

export interface MessageRecipient {
  email: string;
  name: string;
  locale: string;
  organisationLocale: string;
  timeZone: string;
  organisationName: string;
  accounts: { id: string; platform: Platform; handle: string | null }[];
  link: { url: string; expiresAt: string } | null;
}

export interface RecipientQuestion {
  organisationId: string;
  influencerId: string;
  purpose: string;
  accountIds: string[];
  /** The mail that is being written; what is minted for it says so. */
  messageId?: string | undefined;
  /** The request that the mail was asked for, where it was; else the accounts decide. */
  authorizationRequestId?: string | undefined;
  /** The grant whose end the mail is about. Without one the mail is about accounts that are lapsed already. */
  endingGrantVersion?: number | undefined;
  /** For a look at the mail before it is sent: nothing is minted, the link is a sample. */
  preview?: boolean | undefined;
}

/** Mails whose purpose is that something gets authorized. */
const withLink = new Set(['authorization-request', 'reauth', 'expiring']);

/** Address, names and, where the mail needs one, a freshly minted link: asked at the moment of sending. */
@Injectable()
export class MessageRecipientHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: LinkRecords,
    private readonly merges: MergeRepository,
    private readonly applications: ApplicationRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly createRequest: CreateRequestHandler,
    private readonly mintLink: MintLink,
  ) {}

  handle(question: RecipientQuestion): Promise<MessageRecipient> {
    return this.unitOfWork.tenant(question.organisationId, async (tx) => {
      // A mail may have been queued for the entry that theirs became part of.
      const about = { ...question, influencerId: await this.merges.currentId(tx, question.influencerId) };
      const person =
        (await this.records.influencers.find(tx, about.influencerId)) ?? (await this.#applicant(tx, about));
      const organisation = await this.records.organisations.current(tx);
      if (!person || !organisation) throw new AppError(accountsErrors.notFound);
      const { email, name, locale, timeZone } = person;
      const accounts = await this.#accounts(tx, about.accountIds);
      const link = withLink.has(about.purpose) ? await this.#link(tx, about) : null;
      const of = { organisationName: organisation.name, organisationLocale: organisation.locale };
      return { email, name, locale, timeZone, ...of, accounts, link };
    });
  }

  /** An applicant hears of their application, at a proven address. */
  async #applicant(tx: Tx, { influencerId, purpose }: { influencerId: string; purpose: string }) {
    const application = purpose.startsWith('application-') ? await this.applications.find(tx, influencerId) : undefined;
    const { email, name, emailVerified } = application ?? {};
    return application && email && name && emailVerified ? { ...application, email, name } : undefined;
  }

  async #accounts(tx: Tx, ids: readonly string[]): Promise<MessageRecipient['accounts']> {
    const found: MessageRecipient['accounts'] = [];
    for (const id of ids) {
      const account = await this.accounts.find(tx, id);
      if (account) found.push({ id, platform: account.platform, handle: account.handle });
    }
    return found;
  }

  async #link(tx: Tx, about: RecipientQuestion): Promise<MessageRecipient['link']> {
    const link = about.preview ? this.mintLink.sample() : await this.#minted(tx, about);
    return link && { url: link.url, expiresAt: link.expiresAt.toISOString() };
  }

  /**
   * Of the request that the mail was asked for, while it is open, else of the newest; a reminder about accounts opens one
   * for exactly these accounts.
   */
  async #minted(tx: Tx, about: RecipientQuestion): Promise<MintedLink | null> {
    const request = await this.#requestOf(tx, about);
    return request ? this.mintLink.mail(tx, request, about.messageId ?? null) : null;
  }

  #requestOf(tx: Tx, about: RecipientQuestion): Promise<AuthorizationRequest | undefined> {
    const { authorizationRequestId, influencerId, accountIds } = about;
    if (authorizationRequestId) return this.records.requests.holdOpen(tx, authorizationRequestId, influencerId);
    return accountIds.length === 0 ? this.records.requests.newestOpen(tx, influencerId) : this.#requestFor(tx, about);
  }

  async #requestFor(tx: Tx, about: RecipientQuestion): Promise<AuthorizationRequest | undefined> {
    const { organisationId, influencerId } = about;
    const needing = await this.#needing(tx, about);
    if (needing.length === 0) return undefined;
    const ids = needing.map((item) => item.socialAccountId);
    const open = await this.records.requests.openFor(tx, influencerId, ids);
    return open ?? this.createRequest.create(tx, organisationId, influencerId, needing);
  }

  async #needing(tx: Tx, { influencerId, accountIds, endingGrantVersion }: RecipientQuestion): Promise<NewItem[]> {
    const known = await this.accounts.allOf(tx, influencerId);
    const meant = known.filter((account) => accountIds.includes(account.id));
    return endingGrantVersion === undefined ? itemsOf(meant, []) : itemsToRenew(meant, endingGrantVersion);
  }
}
