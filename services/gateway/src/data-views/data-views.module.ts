import { Module } from '@nestjs/common';
import { DataViews } from './data-views';
import { DataViewsController } from './data-views.controller';
import { ForgetOldViews } from './forget-old-views';
import { OwnViews } from './own-views';
import { DataViewRepository } from './persistence/data-view.repository';

@Module({
  controllers: [DataViewsController],
  providers: [DataViews, DataViewRepository, ForgetOldViews, OwnViews],
  exports: [DataViews, DataViewRepository, ForgetOldViews, OwnViews],
})
export class DataViewsModule {}
