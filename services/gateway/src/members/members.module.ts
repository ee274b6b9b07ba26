import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { ChangeMemberController } from './change-member/change-member.controller';
import { ListMembersController } from './list-members/list-members.controller';
import { RemoveMemberController } from './remove-member/remove-member.controller';

@Module({
  imports: [SessionsModule],
  controllers: [ListMembersController, ChangeMemberController, RemoveMemberController],
})
export class MembersModule {}
