import { UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { ApiKeyRepository } from '../api-keys/persistence/api-key.repository';
import { AccountsPort } from '../peers/accounts.port';
import { UserStore } from '../users/persistence/user.store';
import type { Period } from './period';
import { AccessReportRepository, type ViewerSummary } from './persistence/access-report.repository';

export interface Viewer extends Omit<ViewerSummary, 'viewerId'> {
  /** Of the member or the API key; null: not known any more. */
  name: string | null;
  email: string | null;
}

interface Totals {
  viewers: number;
  people: number;
  downloads: number;
}

/** Who of an organisation looked at how many people's data. It names those who looked, and nobody whom they looked at. */
@Injectable()
export class AccessReport {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: AccessReportRepository,
    private readonly accounts: AccountsPort,
    private readonly users: UserStore,
    private readonly keys: ApiKeyRepository,
  ) {}

  async of(organisationId: string, period: Period): Promise<{ totals: Totals; viewers: Viewer[] }> {
    const { totals, viewers } = await this.#summary(organisationId, period);
    const ids = viewers.map(({ viewerId }) => viewerId);
    const keys = await this.unitOfWork.tenant(organisationId, (tx) => this.keys.names(tx, ids));
    const users = new Map((await this.users.byIds(ids)).map((user) => [user.id, user]));
    return {
      totals,
      viewers: viewers.map(({ viewerId, ...viewer }) => {
        const user = users.get(viewerId);
        return { ...viewer, name: keys.get(viewerId) ?? (user?.name || null), email: user?.email ?? null };
      }),
    };
  }

  async totals(organisationId: string, period: Period): Promise<Totals> {
    return (await this.#summary(organisationId, period)).totals;
  }

  async #summary(organisationId: string, period: Period): Promise<{ totals: Totals; viewers: ViewerSummary[] }> {
    const seen = await this.unitOfWork.tenant(organisationId, (tx) => this.reports.accounts(tx, period));
    const people = await this.accounts.peopleOfAccounts(organisationId, seen);
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const viewers = await this.reports.viewers(tx, period, people);
      const downloads = viewers.reduce((sum, viewer) => sum + viewer.downloads, 0);
      const totals = {
        viewers: viewers.length,
        people: await this.reports.countPeople(tx, period, people),
        downloads,
      };
      return { totals, viewers };
    });
  }
}
