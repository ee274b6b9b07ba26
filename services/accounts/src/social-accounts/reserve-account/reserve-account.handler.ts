import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, newId, type Platform } from '@creator-connect/contracts';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { ApplicationRepository } from '../../applications/persistence/application.repository';
import { sameHandle } from '../../authorization-requests/domain/request-items';
import { AuthorizationRequestRepository } from '../../authorization-requests/persistence/authorization-request.repository';
import { InfluencerRepository } from '../../influencers/persistence/influencer.repository';
import { SocialAccountRepository } from '../persistence/social-account.repository';
import { RecordFact } from '../record-fact';
import { RemoveAccount } from '../remove-account/remove-account';

export interface ReserveAccount {
  organisationId: string;
  influencerId: string;
  platform: Platform;
  platformAccountId: string;
  handle: string;
  displayName: string;
  expectedSocialAccountId?: string | undefined;
  authorizationRequestId?: string | undefined;
}

/** Finds or reserves the id under which a connection will be stored. Idempotent by the platform's own id. */
@Injectable()
export class ReserveAccountHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly influencers: InfluencerRepository,
    private readonly applications: ApplicationRepository,
    private readonly accounts: SocialAccountRepository,
    private readonly requests: AuthorizationRequestRepository,
    private readonly facts: RecordFact,
    private readonly removeAccount: RemoveAccount,
  ) {}

  handle(command: ReserveAccount): Promise<{ socialAccountId: string; first: boolean }> {
    return this.unitOfWork.tenant(command.organisationId, async (tx) => {
      const { influencerId, authorizationRequestId } = command;
      const applies = await this.applications.holdDraft(tx, influencerId);
      if (!applies && !(await this.influencers.hold(tx, influencerId))) throw new AppError(accountsErrors.notFound);
      await this.#refuseOther(tx, command);
      await this.#adopt(tx, command);
      await this.accounts.dropUnused(tx, command);
      await this.#takeFromApplicant(tx, command);
      const account = await this.accounts.reserve(tx, { id: newId(), ...command });
      if (account.influencerId !== influencerId) {
        throw new AppError(applies ? accountsErrors.applicantKnown : accountsErrors.alreadyConnected);
      }
      // After the account, in the order in which an authorization locks them.
      if (authorizationRequestId && !(await this.requests.holdOpen(tx, authorizationRequestId, influencerId))) {
        throw new AppError(accountsErrors.requestClosed);
      }
      return { socialAccountId: account.id, first: account.grantVersion === 0 };
    });
  }

  /**
   * An account in an application goes to whoever proves at the platform that it is theirs: the same person, who began
   * again in another browser or was added by an admin meanwhile.
   */
  async #takeFromApplicant(tx: Tx, { platform, platformAccountId, influencerId }: ReserveAccount): Promise<void> {
    const held = await this.accounts.lockByPlatformId(tx, platform, platformAccountId);
    if (!held || held.influencerId === influencerId) return;
    if (await this.influencers.isApplicant(tx, held.influencerId)) await this.removeAccount.remove(tx, held);
  }

  async #refuseOther(tx: Tx, command: ReserveAccount): Promise<void> {
    if (!command.expectedSocialAccountId) return;
    const expected = await this.accounts.find(tx, command.expectedSocialAccountId);
    if (!expected || expected.influencerId !== command.influencerId) throw new AppError(accountsErrors.notFound);
    const same =
      expected.platform === command.platform &&
      (expected.platformAccountId === null
        ? sameHandle(expected.handle, command.handle)
        : expected.platformAccountId === command.platformAccountId);
    if (!same) throw new AppError(accountsErrors.otherAccount, { extra: { expectedHandle: expected.handle } });
  }

  /** The influencer's marketplace account that was known by its handle only is this one: its history goes on. */
  async #adopt(tx: Tx, { platform, platformAccountId, handle, influencerId }: ReserveAccount): Promise<void> {
    const named = await this.accounts.lockByHandle(tx, platform, handle);
    if (named?.influencerId !== influencerId) return;
    if (await this.accounts.lockByPlatformId(tx, platform, platformAccountId)) return;
    await this.facts.identified(tx, named, platformAccountId);
  }
}
