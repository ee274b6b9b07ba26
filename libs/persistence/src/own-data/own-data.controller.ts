import { Readable } from 'node:stream';
import { Controller, Get, Param, ParseUUIDPipe, Query, StreamableFile, type Type } from '@nestjs/common';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { UnitOfWork } from '../unit-of-work';
import { countAccountData, countOwnData, type AccountDataSets, type OwnDataSets } from './own-data-sets';
import { readRows } from './read-rows';

const uuid = new ParseUUIDPipe();
const perhapsUuid = new ParseUUIDPipe({ optional: true });

/**
 * Gives what a service holds about an influencer to whoever `access` lets in; made per service, so that its own access
 * decorator is on it (persistence knows nothing of identities). With an account: what of it goes with that one.
 */
export function ownDataController(access: MethodDecorator, sets: OwnDataSets, ofAccount: AccountDataSets): Type {
  @Controller('internal/own-data')
  class OwnDataOfServiceController {
    constructor(private readonly unitOfWork: UnitOfWork) {}

    @Get()
    @access
    count(
      @Query('organisationId', uuid) organisationId: string,
      @Query('influencerId', uuid) influencerId: string,
      @Query('accountId', perhapsUuid) accountId?: string,
    ): Promise<Record<string, number>> {
      const owner = { organisationId, influencerId };
      if (accountId === undefined) return countOwnData(this.unitOfWork, sets, owner);
      return countAccountData(this.unitOfWork, sets, ofAccount, { ...owner, accountId });
    }

    @Get(':set')
    @access
    rows(
      @Param('set') name: string,
      @Query('organisationId', uuid) organisationId: string,
      @Query('influencerId', uuid) influencerId: string,
    ): StreamableFile {
      const text = Object.hasOwn(sets, name) ? sets[name] : undefined;
      if (text === undefined) throw new AppError(requestErrors.notFound);
      const lines = linesOf(readRows(this.unitOfWork, organisationId, text, [influencerId]));
      return new StreamableFile(Readable.from(lines), { type: 'application/x-ndjson' });
    }
  }
  return OwnDataOfServiceController;
}

/** `{"row":{…}}` each and `{"rows":n}` at the end, so that an answer which breaks off is not taken for a whole one. */
async function* linesOf(rows: AsyncIterable<object>): AsyncGenerator<string> {
  let count = 0;
  for await (const row of rows) {
    count += 1;
    yield `${JSON.stringify({ row })}\n`;
  }
  yield `${JSON.stringify({ rows: count })}\n`;
}
