import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiExcludeController } from '@nestjs/swagger';
import { IsUUID, Matches } from 'class-validator';
import { UnitOfWork } from '@creator-connect/persistence';
import { ServiceRoute } from '@creator-connect/security';
import { PostNotice } from '../post-notice';

class AccessReportNoticeRequest {
  @IsUUID()
  organisationId!: string;

  @Matches(/^\d{4}-(?:0[1-9]|1[0-2])$/)
  month!: string;
}

/** The gateway, which knows who looked at what, publishes no events: it says here that the report of a month is there. */
@ApiExcludeController()
@Controller('internal/access-report-notices')
export class AccessReportNoticesController {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly notices: PostNotice,
  ) {}

  /** May be repeated; told once a month. */
  @Post()
  @HttpCode(204)
  @ServiceRoute('gateway')
  post(@Body() { organisationId, month }: AccessReportNoticeRequest): Promise<void> {
    const notice = { organisationId, kind: 'access-report', dedupeKey: `access-report-${month}` } as const;
    return this.unitOfWork.tenant(organisationId, (tx) => this.notices.post(tx, notice));
  }
}
