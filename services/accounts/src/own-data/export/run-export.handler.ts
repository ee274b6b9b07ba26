import { Injectable, Logger } from '@nestjs/common';
import { AppError } from '@creator-connect/contracts';
import { UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { OrganisationRepository } from '../../organisations/persistence/organisation.repository';
import { aboutExport, exportedSets, type ExportedSet } from './domain/exported-sets';
import { HeldData } from './held-data';
import { DataExportRepository, type DataExport } from './persistence/data-export.repository';
import { writeArchive, type Row } from './write-archive';

const pieceBytes = 256 * 1024;
const mostAttempts = 5;

/** Somebody else works on it now, or nobody wants it any more. */
class TakenOver extends Error {}

/** Writes one export, piece by piece, into the database: it may be long, and is never in memory as a whole. */
@Injectable()
export class RunExportHandler {
  private readonly logger = new Logger(RunExportHandler.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly exports: DataExportRepository,
    private readonly organisations: OrganisationRepository,
    private readonly held: HeldData,
  ) {}

  async handle(claim: WorkClaim): Promise<void> {
    const taken = await this.unitOfWork.tenant(claim.orgId, (tx) => this.exports.take(tx, claim));
    if (!taken) return;
    try {
      await this.#write(claim, taken);
      await this.unitOfWork.tenant(claim.orgId, (tx) => this.exports.finish(tx, claim));
    } catch (error) {
      if (error instanceof TakenOver) return;
      const again = claim.attempts < mostAttempts;
      this.logger.warn({ err: error, exportId: claim.id, again }, 'an export could not be written');
      const code = error instanceof AppError ? error.code : 'unknown';
      await this.unitOfWork.tenant(claim.orgId, (tx) => this.exports.fail(tx, claim, code, again));
    }
  }

  async #write(claim: WorkClaim, { influencerId }: DataExport): Promise<void> {
    const organisation = await this.unitOfWork.tenant(claim.orgId, (tx) => this.organisations.current(tx));
    const parts = exportedSets.map((set) => ({
      path: `${set.service}/${set.name}`,
      rows: () => this.#rows(claim, set, influencerId),
    }));
    let done = 0;
    const archive = writeArchive(aboutExport(organisation?.name ?? '', new Date()), parts, (files) => (done = files));
    let position = 0;
    for await (const piece of inPieces(archive)) {
      position += 1;
      const written = await this.unitOfWork.tenant(claim.orgId, (tx) =>
        this.exports.append(tx, claim, position, piece, done),
      );
      if (!written) throw new TakenOver();
    }
  }

  #rows({ orgId: organisationId, id }: WorkClaim, { service, name }: ExportedSet, influencerId: string) {
    return service === 'gateway'
      ? this.#given(organisationId, id, name)
      : this.held.rows(service, name, { organisationId, influencerId });
  }

  async *#given(organisationId: string, id: string, name: string): AsyncGenerator<Row> {
    for (let after = 0; ;) {
      const from = after;
      const rows = await this.unitOfWork.tenant(organisationId, (tx) => this.exports.givenRows(tx, id, name, from));
      if (rows.length === 0) return;
      yield* rows.map(({ row }) => row);
      after = rows.at(-1)!.position;
    }
  }
}

async function* inPieces(chunks: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  let held: Buffer[] = [];
  let bytes = 0;
  for await (const chunk of chunks) {
    held.push(chunk);
    bytes += chunk.length;
    if (bytes < pieceBytes) continue;
    yield Buffer.concat(held);
    [held, bytes] = [[], 0];
  }
  if (bytes > 0) yield Buffer.concat(held);
}
