import { Module } from '@nestjs/common';
import { DataViewsModule } from '../data-views/data-views.module';
import { SessionsModule } from '../sessions/sessions.module';
import { FollowMerges } from './follow-merges';

@Module({ imports: [DataViewsModule, SessionsModule], providers: [FollowMerges], exports: [FollowMerges] })
export class MergesModule {}
