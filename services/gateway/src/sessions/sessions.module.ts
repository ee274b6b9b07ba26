import { Module } from '@nestjs/common';
import { CodesModule } from '../codes/codes.module';
import { CurrentSessionController } from './current-session/current-session.controller';
import { CurrentSessionHandler } from './current-session/current-session.handler';
import { EndSessionController } from './end-session/end-session.controller';
import { EntrySessions } from './entry-sessions';
import { SessionStore } from './persistence/session.store';
import { ListSessionsController } from './list-sessions/list-sessions.controller';
import { KnownDevices } from '../known-devices/known-devices';
import { MailNewDevices } from '../known-devices/mail-new-devices';
import { KnownDeviceStore } from '../known-devices/persistence/known-device.store';
import { NewDeviceMailStore } from '../known-devices/persistence/new-device-mail.store';
import { Places } from './places';
import { SecondFactorStore } from '../second-factor/persistence/second-factor.store';
import { SecondFactors } from '../second-factor/second-factors';
import { Totp } from '../second-factor/totp';
import { Sessions } from './sessions';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInHandler } from './sign-in/sign-in.handler';
import { SignOutController } from './sign-out/sign-out.controller';
import { SignOutEverywhereController } from './sign-out-everywhere/sign-out-everywhere.controller';
import { StepUp } from './step-up/step-up';
import { StepUpCodesController } from './step-up/step-up-codes.controller';
import { StepUpController } from './step-up/step-up.controller';
import { SwitchOrganisationController } from './switch-organisation/switch-organisation.controller';
import { SwitchOrganisationHandler } from './switch-organisation/switch-organisation.handler';

@Module({
  imports: [CodesModule],
  controllers: [
    SignInController,
    CurrentSessionController,
    SwitchOrganisationController,
    SignOutController,
    SignOutEverywhereController,
    EndSessionController,
    ListSessionsController,
    StepUpController,
    StepUpCodesController,
  ],
  providers: [
    Sessions,
    SessionStore,
    EntrySessions,
    Places,
    SignInHandler,
    CurrentSessionHandler,
    SwitchOrganisationHandler,
    StepUp,
    SecondFactors,
    SecondFactorStore,
    Totp,
    KnownDevices,
    KnownDeviceStore,
    MailNewDevices,
    NewDeviceMailStore,
  ],
  exports: [
    Sessions,
    SessionStore,
    EntrySessions,
    Places,
    CurrentSessionHandler,
    StepUp,
    SecondFactors,
    KnownDevices,
    KnownDeviceStore,
    MailNewDevices,
  ],
})
export class SessionsModule {}
