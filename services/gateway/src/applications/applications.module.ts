import { Module } from '@nestjs/common';
import { CodesModule } from '../codes/codes.module';
import { SessionsModule } from '../sessions/sessions.module';
import { BeginApplicationController } from './begin-application/begin-application.controller';
import { BeginApplicationHandler } from './begin-application/begin-application.handler';
import { ContinueApplicationHandler } from './continue-elsewhere/continue-application.handler';
import { ContinueElsewhereController } from './continue-elsewhere/continue-elsewhere.controller';
import { MailContinuationHandler } from './continue-elsewhere/mail-continuation.handler';
import { ContinuationStore } from './persistence/continuation.store';
import { ProveEmailController } from './prove-email/prove-email.controller';
import { ProveEmailHandler } from './prove-email/prove-email.handler';

/** The session of somebody who applies, and the proof of their mailbox. The application itself is accounts'. */
@Module({
  imports: [SessionsModule, CodesModule],
  controllers: [BeginApplicationController, ProveEmailController, ContinueElsewhereController],
  providers: [
    BeginApplicationHandler,
    ProveEmailHandler,
    MailContinuationHandler,
    ContinueApplicationHandler,
    ContinuationStore,
  ],
  exports: [ContinuationStore],
})
export class ApplicationsModule {}
