import { Module } from '@nestjs/common';
import { ApiKeysModule } from '../api-keys/api-keys.module';
import { LinksModule } from '../links/links.module';
import { SessionsModule } from '../sessions/sessions.module';
import { Admission } from './admission';
import { Callers } from './callers';

@Module({
  imports: [SessionsModule, LinksModule, ApiKeysModule],
  providers: [Admission, Callers],
  exports: [Admission, Callers],
})
export class EdgeModule {}
