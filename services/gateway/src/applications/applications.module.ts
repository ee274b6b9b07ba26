import { Module } from '@nestjs/common';
import { CodesModule } from '../codes/codes.module';
import { SessionsModule } from '../sessions/sessions.module';
import { BeginApplicationController } from './begin-application/begin-application.controller';
import { BeginApplicationHandler } from './begin-application/begin-application.handler';
import { ProveEmailController } from './prove-email/prove-email.controller';
import { ProveEmailHandler } from './prove-email/prove-email.handler';

/** The session of somebody who applies, and the proof of their mailbox. The application itself is accounts'. */
@Module({
  imports: [SessionsModule, CodesModule],
  controllers: [BeginApplicationController, ProveEmailController],
  providers: [BeginApplicationHandler, ProveEmailHandler],
})
export class ApplicationsModule {}
