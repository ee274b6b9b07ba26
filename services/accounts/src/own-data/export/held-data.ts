import { AppError, requestErrors } from '@creator-connect/contracts';
import {
  countAccountData,
  countOwnData,
  readRows,
  type DataOwner,
  type UnitOfWork,
} from '@creator-connect/persistence';
import type { InternalClient } from '@creator-connect/security';
import { accountDataSets, ownDataSets } from '../own-data-sets';
import type { ExportedService } from './domain/exported-sets';
import type { Row } from './write-archive';

export type Person = DataOwner;

export type Holder = Exclude<ExportedService, 'gateway'>;
type Line = { row: Row } | { rows: number };

/** What the services hold about an influencer. This one's own rows are read as the others' are, without the way between. */
export class HeldData {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly client: InternalClient,
    private readonly addresses: Readonly<Record<Exclude<Holder, 'accounts'>, string>>,
  ) {}

  /** Throws when it breaks off. */
  rows(service: Holder, set: string, person: Person): AsyncIterable<Row> {
    if (service !== 'accounts') return this.#others(service, set, person);
    return readRows(this.unitOfWork, person.organisationId, ownDataSets[set]!, [person.influencerId]);
  }

  /** How much of each set; with an account of theirs, how much of it goes with that one. */
  counts(service: Holder, person: Person, accountId?: string): Promise<Record<string, number>> {
    if (service !== 'accounts') {
      return this.client.call(this.#question(service, '/internal/own-data', { ...person, accountId }));
    }
    if (accountId === undefined) return countOwnData(this.unitOfWork, ownDataSets, person);
    return countAccountData(this.unitOfWork, ownDataSets, accountDataSets, { ...person, accountId });
  }

  async *#others(service: Exclude<Holder, 'accounts'>, set: string, person: Person): AsyncGenerator<Row> {
    let count = 0;
    for await (const line of this.client.lines<Line>(this.#question(service, `/internal/own-data/${set}`, person))) {
      if ('rows' in line) {
        if (line.rows === count) return;
        break;
      }
      count += 1;
      yield line.row;
    }
    throw new AppError(requestErrors.unavailable, { detail: `${service} did not give all of ${set}` });
  }

  #question(
    service: Exclude<Holder, 'accounts'>,
    path: string,
    { organisationId, influencerId, accountId }: Person & { accountId?: string | undefined },
  ) {
    const query = { organisationId, influencerId, accountId };
    return { baseUrl: this.addresses[service], audience: service, method: 'GET', path, query } as const;
  }
}
