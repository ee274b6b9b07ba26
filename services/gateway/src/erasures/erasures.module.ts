import { Module } from '@nestjs/common';
import { DataViewsModule } from '../data-views/data-views.module';
import { SessionsModule } from '../sessions/sessions.module';
import { ErasePeople } from './erase-people';

@Module({ imports: [DataViewsModule, SessionsModule], providers: [ErasePeople], exports: [ErasePeople] })
export class ErasuresModule {}
