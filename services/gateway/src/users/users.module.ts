import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { CurrentUserController } from './current-user/current-user.controller';
import { ChangePasswordHandler } from './current-user/change-password.handler';
import { NewPassword } from './new-password';

@Module({
  imports: [SessionsModule],
  controllers: [CurrentUserController],
  providers: [NewPassword, ChangePasswordHandler],
  exports: [NewPassword],
})
export class UsersModule {}
