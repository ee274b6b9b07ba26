import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { UsersModule } from '../users/users.module';
import { CompletePasswordResetController } from './complete-password-reset/complete-password-reset.controller';
import { CompletePasswordResetHandler } from './complete-password-reset/complete-password-reset.handler';
import { PasswordResetStore } from './persistence/password-reset.store';
import { RequestPasswordResetController } from './request-password-reset/request-password-reset.controller';
import { RequestPasswordResetHandler } from './request-password-reset/request-password-reset.handler';

@Module({
  imports: [SessionsModule, UsersModule],
  controllers: [RequestPasswordResetController, CompletePasswordResetController],
  providers: [PasswordResetStore, RequestPasswordResetHandler, CompletePasswordResetHandler],
  exports: [PasswordResetStore],
})
export class PasswordResetsModule {}
