import { Injectable } from '@nestjs/common';
import { AppError, accountsErrors, collectorErrors, refusalOf, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { withContacts, type VendorContact } from '../domain/vendor-contact';
import { ReportRepository } from '../persistence/report.repository';
import type { ImportedContactRow } from './import-vendor-contacts.dto';
import type { ContactRow, ReadContactRow } from './read-contact-rows';

/**
 * Adds what a vendor tells to reports that are there, row by row: it goes with them. Nothing is kept of TikTok accounts of the
 * Creator Marketplace, be it about their own report or about another profile of theirs.
 */
@Injectable()
export class ImportVendorContactsHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: ReportRepository,
  ) {}

  async handle(organisationId: string, vendor: string, rows: readonly ReadContactRow[]): Promise<ImportedContactRow[]> {
    const results: ImportedContactRow[] = [];
    for (const { line, row, errors } of rows) {
      try {
        if (!row) throw new AppError(requestErrors.invalid, { errors });
        await this.#store(organisationId, vendor, row);
        results.push({ line, outcome: 'stored' });
      } catch (error) {
        results.push({ line, outcome: 'refused', ...refusalOf(error) });
      }
    }
    return results;
  }

  #store(organisationId: string, vendor: string, { platform, handle, emails, accounts }: ContactRow): Promise<void> {
    const told = { vendor, importedAt: new Date().toISOString() };
    const contacts: VendorContact[] = [
      ...emails.map((value) => ({ kind: 'email' as const, platform: null, value, ...told })),
      ...accounts.map((one) => ({ kind: 'account' as const, platform: one.platform, value: one.handle, ...told })),
    ];
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const report = await this.reports.lockByHandle(tx, platform, handle);
      if (!report) throw new AppError(accountsErrors.noReport);
      const tiktok = [{ platform, handle }, ...accounts].filter((one) => one.platform === 'tiktok');
      for (const one of tiktok) {
        if (await this.reports.isMember(tx, one.handle)) throw new AppError(collectorErrors.vendorDataOfMember);
      }
      await this.reports.setContacts(tx, report.id, withContacts(report.vendorContacts, contacts));
    });
  }
}
