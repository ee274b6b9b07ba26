import { faultsOfValidation } from '@creator-connect/observability';
import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import { validate } from 'class-validator';
import { AppError, accountsErrors, platforms, refusalOf, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import type { FoundAccount } from '../../social-accounts/add-found-account/add-found-account';
import { AddInfluencerRequest } from '../add-influencer/add-influencer.dto';
import { AddInfluencerHandler } from '../add-influencer/add-influencer.handler';
import type {
  ImportedRow,
  ImportInfluencersRequest,
  ImportInfluencersResponse,
  ImportProgress,
} from './import-influencers.dto';
import { ResolveAccounts } from '../add-influencer/resolve-accounts';
import { EarlierRows } from './earlier-rows';
import { inTime } from './in-time';
import { readRows, type ImportRow } from './read-rows';

/** Takes a row back that was only tried. */
class DryRun extends Error {}

const columns = new Set<string>(['name', 'email', 'locale', 'time_zone', ...platforms]);

/** Both together stay below the time after which the gateway answers for us (UPSTREAM_TIMEOUT_SECONDS). */
const untold = { askingMs: 12_000, allMs: 17_000 };
/** Of whom is told how it goes meanwhile. */
const told = { askingMs: 600_000, allMs: 900_000 };
const askedAtOnce = 8;

/** Somebody who is told how it goes. */
export interface Onlooker {
  tell(progress: ImportProgress): void;
  /** Aborted when they do not wait any more. */
  gone: AbortSignal;
}

interface ReadRow {
  line: number;
  request: AddInfluencerRequest;
}

interface PreparedRow extends ReadRow {
  accounts: FoundAccount[];
}

/**
 * Each row is added, or refused as if it had been typed in, by itself: none is half-added, and none undoes another. Platforms
 * are asked about all rows before the first is added, so that a list that failed on them can be sent again as it is. A row that
 * is not reached while the admin still waits is refused too, for nothing may be added behind an answer.
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
    onlooker?: Onlooker,
  ): Promise<ImportInfluencersResponse> {
    const patience = onlooker ? told : untold;
    const until = performance.now() + patience.allMs;
    const isAwaited = () => performance.now() < until && !onlooker?.gone.aborted;
    const read = await Promise.all(readRows(csv).map(readRow));
    const all = read.length;
    let asked = 0;
    const ask = async (row: ReadRow | ImportedRow) => {
      const answer = isAwaited() ? await this.#ask(organisationId, row) : withoutAsking(row);
      onlooker?.tell({ stage: 'asking', done: ++asked, all });
      return answer;
    };
    const asking = { atOnce: askedAtOnce, withinMs: patience.askingMs, late: withoutAsking };
    const prepared = await inTime(read, ask, asking);
    const rows: ImportedRow[] = [];
    const tried = dryRun ? new EarlierRows() : undefined;
    for (const row of prepared) {
      if (!('request' in row)) rows.push(row);
      else rows.push(isAwaited() ? await this.#add(organisationId, row, tried) : notInTime(row));
      onlooker?.tell({ stage: 'adding', done: rows.length, all });
    }
    const added = rows.filter(({ outcome }) => outcome === 'added').length;
    return { added, refused: rows.length - added, rows };
  }

  async #ask(organisationId: string, row: ReadRow | ImportedRow): Promise<PreparedRow | ImportedRow> {
    if (!('request' in row)) return row;
    try {
      return { ...row, accounts: await this.accounts.all(organisationId, row.request.socialAccounts ?? []) };
    } catch (error) {
      return { line: row.line, outcome: 'refused', ...refusalOf(error) };
    }
  }

  /** With `tried` the row is taken back, and remembered there for the next ones. */
  async #add(
    organisationId: string,
    { line, request, accounts }: PreparedRow,
    tried: EarlierRows | undefined,
  ): Promise<ImportedRow> {
    const added = { line, outcome: 'added', name: request.name } as const;
    try {
      const { id: influencerId } = await this.unitOfWork.tenant(organisationId, async () => {
        const influencer = await this.add.add(organisationId, request, accounts);
        if (!tried) return influencer;
        tried.take(request.email, accounts);
        throw new DryRun();
      });
      return { ...added, influencerId };
    } catch (error) {
      return error instanceof DryRun ? added : { line, outcome: 'refused', ...refusalOf(error) };
    }
  }
}

async function readRow({ line, cells }: ImportRow): Promise<ReadRow | ImportedRow> {
  try {
    return { line, request: await requestOf(cells) };
  } catch (error) {
    return { line, outcome: 'refused', ...refusalOf(error) };
  }
}

function withoutAsking(row: ReadRow | ImportedRow): PreparedRow | ImportedRow {
  if (!('request' in row)) return row;
  return row.request.socialAccounts?.length ? notInTime(row) : { ...row, accounts: [] };
}

const notInTime = ({ line }: { line: number }): ImportedRow => ({
  line,
  outcome: 'refused',
  ...refusalOf(new AppError(accountsErrors.rowNotInTime)),
});

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
