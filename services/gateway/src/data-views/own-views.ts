import { UnitOfWork } from '@creator-connect/persistence';
import type { Identity } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { AccountsPort, type OwnData } from '../peers/accounts.port';
import { DataViewRepository, type DayOfViews, type Subject } from './persistence/data-view.repository';

export interface ShownView {
  day: string;
  firstAt: Date;
  role: DayOfViews['role'];
  areas: DayOfViews['areas'];
}

/** Who looked at a creator's own data. No member is named: whom an organisation employs is not the creator's to know. */
@Injectable()
export class OwnViews {
  constructor(
    private readonly accounts: AccountsPort,
    private readonly unitOfWork: UnitOfWork,
    private readonly views: DataViewRepository,
  ) {}

  /** Newest day first. `next`: the sort values for the page after, null on the last. */
  async page(
    identity: Identity,
    limit: number,
    after: string[] | null,
  ): Promise<{ organisation: string; items: ShownView[]; next: string[] | null }> {
    const own = await this.accounts.ownDataOf(identity);
    return { organisation: own.organisation.name, ...(await this.#page(own, identity, limit, after)) };
  }

  /** All of them. */
  async *pages(identity: Identity, limit: number): AsyncGenerator<ShownView[]> {
    const own = await this.accounts.ownDataOf(identity);
    for (let after: string[] | null = null; ;) {
      const page: { items: ShownView[]; next: string[] | null } = await this.#page(own, identity, limit, after);
      if (page.items.length > 0) yield page.items;
      if (!page.next) return;
      after = page.next;
    }
  }

  async #page(own: OwnData, { org, influencer }: Identity, limit: number, after: string[] | null) {
    const subjects = subjectsOf(own, influencer!, org!);
    const rows = await this.unitOfWork.tenant(org!, (tx) => this.views.list(tx, subjects, limit + 1, after));
    const items = rows.slice(0, limit);
    const last = items.at(-1);
    const next = rows.length > limit && last ? [`${last.day}T00:00:00.000Z`, last.viewerId, last.role] : null;
    return { items: items.map(({ day, firstAt, role, areas }) => ({ day, firstAt, role, areas })), next };
  }
}

/** Somebody who looks at a campaign or at the whole roster sees whoever is in it then. */
function subjectsOf(
  { since, accountIds, campaigns }: OwnData,
  influencerId: string,
  organisationId: string,
): Subject[] {
  const fromTheBeginning = new Date(0);
  return [
    { id: influencerId, since: fromTheBeginning },
    ...accountIds.map((id) => ({ id, since: fromTheBeginning })),
    ...campaigns.map((campaign) => ({ id: campaign.id, since: new Date(campaign.since) })),
    { id: organisationId, since: new Date(since) },
  ];
}
