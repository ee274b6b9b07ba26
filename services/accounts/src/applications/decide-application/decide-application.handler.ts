import { Injectable } from '@nestjs/common';
import {
  AppError,
  accountsErrors,
  ApplicationDeclined,
  InfluencerAdded,
  InfluencerApproved,
} from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { UnitOfWork, type Tx } from '@creator-connect/persistence';
import { InfluencerGroupRepository } from '../../influencer-groups/persistence/influencer-group.repository';
import { RecordFact } from '../../social-accounts/record-fact';
import { RemoveAccount } from '../../social-accounts/remove-account/remove-account';
import { ApplicationRecords } from '../application-records';
import type { Application } from '../domain/application';

@Injectable()
export class DecideApplicationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly records: ApplicationRecords,
    private readonly groups: InfluencerGroupRepository,
    private readonly facts: RecordFact,
    private readonly removeAccount: RemoveAccount,
  ) {}

  /** The applicant joins the roster and the link's group; their accounts become visible, and collection begins. */
  approve(organisationId: string, id: string, actor: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const { name, email, ...application } = await this.#lockWaiting(tx, id);
      const entry = { ...application, name: name!, email: email! };
      if (!(await this.records.influencers.takeIn(tx, entry))) throw new AppError(accountsErrors.influencerExists);
      await this.records.applications.approve(tx, id, actor);
      if (application.group) await this.groups.putInfluencer(tx, organisationId, application.group.id, id);
      const [at, ids] = [new Date().toISOString(), { organisationId, influencerId: id }];
      const next = async () => ({ aggregateVersion: await this.records.influencers.nextVersion(tx, id) });
      await this.outbox.add(tx, InfluencerAdded, { ...ids, by: 'application', addedAt: at }, await next());
      await this.outbox.add(tx, InfluencerApproved, { ...ids, approvedAt: at }, await next());
      await this.#releaseAccounts(tx, id, at);
    });
  }

  /** The authorizations end now; name and address stay a few days more, for the mail that says so. */
  decline(organisationId: string, id: string, actor: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.#lockWaiting(tx, id);
      await this.records.applications.decline(tx, id, actor);
      await this.removeAccount.removeAllOf(tx, id);
      const data = { organisationId, influencerId: id, declinedAt: new Date().toISOString() };
      const aggregateVersion = await this.records.influencers.nextVersion(tx, id);
      await this.outbox.add(tx, ApplicationDeclined, data, { aggregateVersion });
    });
  }

  async #lockWaiting(tx: Tx, id: string): Promise<Application> {
    const application = await this.records.applications.lock(tx, id);
    if (!application || application.status === 'draft') throw new AppError(accountsErrors.notFound);
    if (application.status !== 'submitted') throw new AppError(accountsErrors.applicationDecided);
    return application;
  }

  async #releaseAccounts(tx: Tx, id: string, at: string): Promise<void> {
    for (const account of await this.records.accounts.lockAllOf(tx, id)) {
      // A connection that is being confirmed at this moment is announced by its own authorization.
      if (account.grantVersion === 0) continue;
      // What its owner took back meanwhile is not carried over.
      if (account.authState === 'NON_AUTH') await this.removeAccount.remove(tx, account);
      else await this.facts.released(tx, account, { actor: 'admin', at });
    }
  }
}
