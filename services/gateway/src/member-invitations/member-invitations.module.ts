import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { UsersModule } from '../users/users.module';
import { AcceptInvitationController } from './accept-invitation/accept-invitation.controller';
import { AcceptInvitationHandler } from './accept-invitation/accept-invitation.handler';
import { CreateInvitationHandler } from './create-invitation/create-invitation.handler';
import { FirstOwners } from './first-owners';
import { MailInvitation } from './mail-invitation';
import { MemberInvitationsController } from './member-invitations.controller';
import { OpenInvitations } from './open-invitations';
import { MemberInvitationRepository } from './persistence/member-invitation.repository';
import { ResolveInvitationController } from './resolve-invitation/resolve-invitation.controller';

@Module({
  imports: [SessionsModule, UsersModule],
  controllers: [MemberInvitationsController, ResolveInvitationController, AcceptInvitationController],
  providers: [
    MemberInvitationRepository,
    OpenInvitations,
    MailInvitation,
    FirstOwners,
    CreateInvitationHandler,
    AcceptInvitationHandler,
  ],
  exports: [FirstOwners],
})
export class MemberInvitationsModule {}
