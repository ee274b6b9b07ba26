import { Module } from '@nestjs/common';
import { DataViewsModule } from '../data-views/data-views.module';
import { SessionsModule } from '../sessions/sessions.module';
import { BeginExportHandler } from './begin-export.handler';
import { DataExportsController } from './data-exports.controller';

@Module({
  imports: [DataViewsModule, SessionsModule],
  controllers: [DataExportsController],
  providers: [BeginExportHandler],
})
export class DataExportsModule {}
