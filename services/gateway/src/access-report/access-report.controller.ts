import { Controller, Get, Header, Query, StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiOperation, ApiProduces, ApiTags } from '@nestjs/swagger';
import { csvOf } from '@creator-connect/security';
import { Clock } from '../clock';
import { keptDays } from '../data-views/persistence/data-view.repository';
import type { SessionCaller } from '../edge/caller';
import { CurrentSession } from '../edge/request-decorators';
import { memberAllowed } from '../members/member-manager';
import { StepUp } from '../sessions/step-up/step-up';
import { AccessReport } from './access-report';
import { AccessReportResponse } from './access-report.dto';
import { PeriodQuery, periodOf } from './period';

const columns = [
  'name',
  'email',
  'role',
  'days',
  'last_day',
  'people',
  'campaigns',
  'roster_days',
  'kinds',
  'downloads',
];

@ApiTags('members')
@Controller('v1/access-report')
export class AccessReportController {
  constructor(
    private readonly report: AccessReport,
    private readonly stepUp: StepUp,
    private readonly clock: Clock,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Who of your organisation looked at data of people, for owners' })
  @ApiOkResponse({ type: AccessReportResponse })
  async read(@CurrentSession() caller: SessionCaller, @Query() query: PeriodQuery): Promise<AccessReportResponse> {
    const { org } = memberAllowed(caller, 'access-report:read');
    const period = periodOf(query, this.clock.now());
    const { totals, viewers } = await this.report.of(org, period);
    return { ...period, keptDays, totals, items: viewers };
  }

  @Get('file')
  @Header('content-type', 'text/csv; charset=utf-8')
  @Header('content-disposition', 'attachment; filename="access-report.csv"')
  @Header('cache-control', 'no-store')
  @ApiOperation({ summary: 'The same as CSV; needs a proof of at most five minutes ago' })
  @ApiProduces('text/csv')
  @ApiOkResponse({ schema: { type: 'string' } })
  async file(@CurrentSession() caller: SessionCaller, @Query() query: PeriodQuery): Promise<StreamableFile> {
    const { org } = memberAllowed(caller, 'access-report:read');
    this.stepUp.assertProven(caller);
    const { viewers } = await this.report.of(org, periodOf(query, this.clock.now()));
    const rows = viewers.map(({ lastDay, rosterDays, areas, ...viewer }) => ({
      ...viewer,
      last_day: lastDay,
      roster_days: rosterDays,
      kinds: areas.join(', '),
    }));
    return new StreamableFile(csvOf(rows, columns));
  }
}
