import { Module } from '@nestjs/common';
import { MemberInvitationsModule } from '../member-invitations/member-invitations.module';
import { DeadLettersController } from './dead-letters/dead-letters.controller';
import { FoundOrganisationHandler } from './organisations/found-organisation.handler';
import { OrganisationsController } from './organisations/organisations.controller';
import { OrganisationOrders } from './organisations/persistence/organisation-orders';
import { ReadOperationsController } from './read-operations/read-operations.controller';
import { ReadOperationsHandler } from './read-operations/read-operations.handler';

@Module({
  imports: [MemberInvitationsModule],
  controllers: [ReadOperationsController, DeadLettersController, OrganisationsController],
  providers: [ReadOperationsHandler, FoundOrganisationHandler, OrganisationOrders],
  exports: [OrganisationOrders],
})
export class OperationsModule {}
