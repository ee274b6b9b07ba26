import { Injectable } from '@nestjs/common';
import {
  accountsErrors,
  AppError,
  collectorErrors,
  refusalOf,
  requestErrors,
  type Refusal,
} from '@creator-connect/contracts';
import { currentInfluencer, UnitOfWork } from '@creator-connect/persistence';
import type { VendorRecord } from '../domain/vendor-record';
import { VendorAccounts, type VendorAccount } from '../peers/vendor-accounts';
import { VendorRecordRepository } from '../persistence/vendor-record.repository';
import type { ReadRow, VendorRow } from './read-vendor-rows';

export interface ImportedVendorRow extends Partial<Refusal> {
  line: number;
  outcome: 'stored' | 'refused';
}

/** Each row is stored or refused by itself. Nothing is stored about an account in the Creator Marketplace (product.md 14). */
@Injectable()
export class ImportVendorDataHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly accounts: VendorAccounts,
    private readonly records: VendorRecordRepository,
  ) {}

  async handle(organisationId: string, vendor: string, rows: readonly ReadRow[]): Promise<ImportedVendorRow[]> {
    const begun = await this.unitOfWork.tenant(organisationId, (tx) => this.records.now(tx));
    const known = new Map<string, Promise<VendorAccount>>();
    const results: ImportedVendorRow[] = [];
    for (const { line, row, errors } of rows) {
      try {
        if (!row) throw new AppError(requestErrors.invalid, { errors });
        const account = known.get(row.social_account_id) ?? this.#account(organisationId, row.social_account_id);
        known.set(row.social_account_id, account);
        await this.#store(organisationId, toRecord(row, await account, vendor), begun);
        results.push({ line, outcome: 'stored' });
      } catch (error) {
        results.push({ line, outcome: 'refused', ...refusalOf(error) });
      }
    }
    return results;
  }

  async #account(organisationId: string, accountId: string): Promise<VendorAccount> {
    try {
      const account = await this.accounts.of(organisationId, accountId);
      if (account.marketplace === 'TTCM') throw new AppError(collectorErrors.vendorDataOfMember);
      return account;
    } catch (error) {
      if (error instanceof AppError && error.code === accountsErrors.notFound.code)
        throw new AppError(collectorErrors.notFound);
      throw error;
    }
  }

  #store(organisationId: string, record: VendorRecord, begun: string): Promise<void> {
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      await this.records.lock(tx, record.accountId);
      // It joined the marketplace since it was asked about: what was removed then does not come back.
      if (await this.records.wasPurgedSince(tx, record.accountId, begun))
        throw new AppError(collectorErrors.vendorDataOfMember);
      // The entry may have become part of another one since the account was asked about.
      const influencerId = await currentInfluencer(tx, record.influencerId);
      if (!influencerId) throw new AppError(collectorErrors.notFound);
      await this.records.store(tx, organisationId, { ...record, influencerId });
    });
  }
}

const toRecord = (row: VendorRow, { influencerId, platform }: VendorAccount, vendor: string): VendorRecord => ({
  accountId: row.social_account_id,
  influencerId,
  platform,
  kind: row.platform_post_id === '' ? 'profile' : 'post',
  platformPostId: row.platform_post_id,
  vendor,
  postedAt: row.posted_at === undefined ? null : new Date(row.posted_at),
  permalink: row.permalink ?? null,
  metrics: row.metrics,
});
