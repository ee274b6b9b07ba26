import { Module } from '@nestjs/common';
import { CodesModule } from '../codes/codes.module';
import { SessionsModule } from '../sessions/sessions.module';
import { BeginLinkController } from './begin-link/begin-link.controller';
import { BeginLinkHandler } from './begin-link/begin-link.handler';
import { LinkCodes } from './link-codes';
import { LinkStandings } from './link-standing';
import { Links } from './links';
import { OpenLinkController } from './open-link/open-link.controller';
import { ProveLinkController } from './prove-link/prove-link.controller';
import { RenewLinkController } from './renew-link/renew-link.controller';
import { ViewLinkController } from './view-link/view-link.controller';

@Module({
  imports: [SessionsModule, CodesModule],
  controllers: [OpenLinkController, ViewLinkController, BeginLinkController, ProveLinkController, RenewLinkController],
  providers: [Links, LinkStandings, LinkCodes, BeginLinkHandler],
  exports: [Links],
})
export class LinksModule {}
