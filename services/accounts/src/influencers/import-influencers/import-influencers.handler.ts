import { faultsOfValidation } from '@creator-connect/observability';
import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { AppError, platforms, refusalOf, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import type { FoundAccount } from '../../social-accounts/add-found-account/add-found-account';
import { AddInfluencerRequest } from '../add-influencer/add-influencer.dto';
import { AddInfluencerHandler } from '../add-influencer/add-influencer.handler';
import type { ImportedRow, ImportInfluencersRequest, ImportInfluencersResponse } from './import-influencers.dto';
import { ResolveAccounts } from '../add-influencer/resolve-accounts';
import { EarlierRows } from './earlier-rows';
import { readRows, type ImportRow } from './read-rows';

/** Takes a row back that was only tried. */
class DryRun extends Error {}

const columns = new Set<string>(['name', 'email', 'locale', 'time_zone', ...platforms]);

interface PreparedRow {
  line: number;
  request: AddInfluencerRequest;
  accounts: FoundAccount[];
}

/**
 * Each row is added, or refused as if it had been typed in, by itself: none is half-added, and none undoes another. Platforms
 * are asked about all rows before the first is added, so that a list that failed on them can be sent again as it is.
 */
@Injectable()
export class ImportInfluencersHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly add: AddInfluencerHandler,
    private readonly accounts: ResolveAccounts,
  ) {}

  async handle(
    organisationId: string,
    { csv, dryRun = false }: ImportInfluencersRequest,
  ): Promise<ImportInfluencersResponse> {
    const prepared: (PreparedRow | ImportedRow)[] = [];
    for (const row of readRows(csv)) prepared.push(await this.#prepare(organisationId, row));
    const rows: ImportedRow[] = [];
    const tried = dryRun ? new EarlierRows() : undefined;
    for (const row of prepared) rows.push('request' in row ? await this.#add(organisationId, row, tried) : row);
    const added = rows.filter(({ outcome }) => outcome === 'added').length;
    return { added, refused: rows.length - added, rows };
  }

  async #prepare(organisationId: string, { line, cells }: ImportRow): Promise<PreparedRow | ImportedRow> {
    try {
      const request = await requestOf(cells);
      const accounts = await this.accounts.all(organisationId, request.socialAccounts ?? []);
      return { line, request, accounts };
    } catch (error) {
      return { line, outcome: 'refused', ...refusalOf(error) };
    }
  }

  /** With `tried` the row is taken back, and remembered there for the next ones. */
  async #add(
    organisationId: string,
    { line, request, accounts }: PreparedRow,
    tried: EarlierRows | undefined,
  ): Promise<ImportedRow> {
    try {
      const { id: influencerId } = await this.unitOfWork.tenant(organisationId, async () => {
        const influencer = await this.add.add(organisationId, request, accounts);
        if (!tried) return influencer;
        tried.take(request.email, accounts);
        throw new DryRun();
      });
      return { line, outcome: 'added', influencerId };
    } catch (error) {
      return error instanceof DryRun ? { line, outcome: 'added' } : { line, outcome: 'refused', ...refusalOf(error) };
    }
  }
}

async function requestOf(cells: ImportRow['cells']): Promise<AddInfluencerRequest> {
  const { name, email, locale, time_zone: timeZone } = cells;
  const socialAccounts = platforms.flatMap((platform) => {
    const handle = cells[platform]?.replace(/^@/, '');
    return handle ? [{ platform, handle }] : [];
  });
  const fields = Object.fromEntries(Object.entries(cells).filter(([column]) => !columns.has(column)));
  const given = { name, email, locale, timeZone, fields, socialAccounts };
  const known = Object.fromEntries(Object.entries(given).filter(([, value]) => value !== undefined));
  const request = plainToInstance(AddInfluencerRequest, known);
  const faults = await validate(request, { whitelist: true, forbidNonWhitelisted: true });
  if (faults.length === 0) return request;
  throw new AppError(requestErrors.invalid, {
    errors: faultsOfValidation(faults).map((fault) => ({ ...fault, field: columnOf(fault.field) })),
  });
}

const columnOf = (field: string): string => (field === 'timeZone' ? 'time_zone' : field);
