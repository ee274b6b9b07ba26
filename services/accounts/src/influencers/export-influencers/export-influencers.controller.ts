import { Controller, Get, Header, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { platforms } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { assertStepUp, csvOf, CurrentIdentity, RequirePermission, type Identity } from '@creator-connect/security';
import { InfluencerFieldRepository } from '../../influencer-fields/persistence/influencer-field.repository';
import { organisationOf } from '../../tenant';
import { Roster, type RosterEntry } from '../persistence/roster';

const pageSize = 500;

@ApiTags('influencers')
@Controller('v1/influencers/export')
export class ExportInfluencersController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly fields: InfluencerFieldRepository,
    private readonly roster: Roster,
  ) {}

  @Get()
  @RequirePermission('influencers:write')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="influencers.csv"')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The whole roster as CSV; needs a proof of at most five minutes ago' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async run(@CurrentIdentity() identity: Identity): Promise<StreamableFile> {
    assertStepUp(identity, new Date());
    const organisationId = organisationOf(identity);
    const keys = (await this.unitOfWork.tenant(organisationId, (tx) => this.fields.list(tx))).map(({ key }) => key);
    const columns = ['name', 'email', 'locale', 'time_zone', 'created_at', ...platforms, ...keys];
    return new StreamableFile(csvOf(this.#rows(organisationId), columns));
  }

  /** Page by page, so that a large roster is never in memory as a whole. */
  async *#rows(organisationId: string): AsyncGenerator<Record<string, string>> {
    let after: string | null = null;
    for (;;) {
      const page = await this.#page(organisationId, after);
      yield* page.map(toRow);
      if (page.length < pageSize) return;
      after = page.at(-1)!.id;
    }
  }

  #page(organisationId: string, after: string | null): Promise<RosterEntry[]> {
    return this.unitOfWork.tenant(organisationId, (tx) => this.roster.page(tx, { limit: pageSize, after }));
  }
}

function toRow({ name, email, locale, timeZone, createdAt, fields, accounts }: RosterEntry): Record<string, string> {
  const byPlatform = Map.groupBy(accounts, ({ platform }) => platform);
  const handles = platforms.map((platform) => [
    platform,
    (byPlatform.get(platform) ?? []).map(({ handle, authState }) => `${handle} (${authState})`).join(', '),
  ]);
  return {
    ...fields,
    name,
    email,
    locale,
    time_zone: timeZone,
    created_at: createdAt.toISOString(),
    ...Object.fromEntries(handles),
  };
}
