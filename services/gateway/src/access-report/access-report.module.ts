import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys/api-keys.module';
import { SessionsModule } from '../sessions/sessions.module';
import { AccessReport } from './access-report';
import { AccessReportController } from './access-report.controller';
import { AccessReportRepository } from './persistence/access-report.repository';
import { SendAccessReports } from './send-access-reports';

@Module({
  imports: [ApiKeysModule, SessionsModule],
  controllers: [AccessReportController],
  providers: [AccessReport, AccessReportRepository, SendAccessReports],
  exports: [SendAccessReports],
})
export class AccessReportModule {}
