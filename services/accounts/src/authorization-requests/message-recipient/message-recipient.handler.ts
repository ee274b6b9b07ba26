import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { ApplicationRepository } from '../../applications/persistence/application.repository';
import { MintDashboardLink } from '../../dashboard-links/mint-dashboard-link';
import { MergeRepository } from '../../influencers/merge-influencers/persistence/merge.repository';
import { SocialAccountRepository } from '../../social-accounts/persistence/social-account.repository';
import { LinkRecords } from '../link-records';
import { MailedRequests, type MailedAccount, type MailedRequest } from './mailed-request';
import type { RecipientQuestion } from './recipient-question';

export interface MessageRecipient {
  email: string;
  name: string;
  locale: string;
  organisationLocale: string;
  timeZone: string;
  organisationName: string;
  /** That the mail is about, or else asks for. */
  accounts: MailedAccount[];
  link: { url: string; expiresAt: string } | null;
}

/** Mails whose purpose is that something gets authorized. */
const asking = new Set(['authorization-request', 'reauth', 'expiring']);
/** Mails that let somebody into their dashboard. */
const welcoming = 'approved';

/** Address, names and, where the mail needs one, a freshly minted link: asked at the moment of sending. */
@Injectable()
export class MessageRecipientHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly records: LinkRecords,
    private readonly merges: MergeRepository,
    private readonly applications: ApplicationRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly mailedRequests: MailedRequests,
    private readonly dashboardLinks: MintDashboardLink,
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
      const { link, accounts: asked } = await this.#asked(tx, about, email);
      const accounts = about.accountIds.length === 0 ? asked : await this.#accounts(tx, about.accountIds);
      const of = { organisationName: organisation.name, organisationLocale: organisation.locale };
      const told = link && { url: link.url, expiresAt: link.expiresAt.toISOString() };
      return { email, name, locale, timeZone, ...of, accounts, link: told };
    });
  }

  /** An applicant hears of their application, at a proven address. */
  async #applicant(tx: Tx, { influencerId, purpose }: { influencerId: string; purpose: string }) {
    const application = purpose.startsWith('application-') ? await this.applications.find(tx, influencerId) : undefined;
    const { email, name, emailVerified } = application ?? {};
    return application && email && name && emailVerified ? { ...application, email, name } : undefined;
  }

  async #accounts(tx: Tx, ids: readonly string[]): Promise<MailedAccount[]> {
    const found: MailedAccount[] = [];
    for (const id of ids) {
      const account = await this.accounts.find(tx, id);
      if (account) found.push({ id, platform: account.platform, handle: account.handle });
    }
    return found;
  }

  async #asked(tx: Tx, about: RecipientQuestion, email: string): Promise<MailedRequest> {
    if (asking.has(about.purpose)) return this.mailedRequests.of(tx, about);
    const { organisationId, influencerId, purpose, messageId } = about;
    // Without a mail that carries it nobody needs one.
    if (purpose !== welcoming || messageId === undefined) return { link: null, accounts: [] };
    const whose = { organisationId, influencerId, email, messageId };
    return { link: await this.dashboardLinks.mail(tx, whose), accounts: [] };
  }
}
