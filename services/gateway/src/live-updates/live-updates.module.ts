import { Module } from '@nestjs/common';
import { EdgeModule } from '../edge/edge.module';
import { ErasuresModule } from '../erasures/erasures.module';
import { MergesModule } from '../merges/merges.module';
import { EventFollower } from './event-follower';
import { LiveUpdatesController } from './live-updates.controller';
import { LiveUpdates } from './live-updates';

@Module({
  imports: [EdgeModule, ErasuresModule, MergesModule],
  controllers: [LiveUpdatesController],
  providers: [LiveUpdates, EventFollower],
})
export class LiveUpdatesModule {}
