import { Module } from '@nestjs/common';
import { CurrentSessionController } from './current-session/current-session.controller';
import { CurrentSessionHandler } from './current-session/current-session.handler';
import { SessionStore } from './persistence/session.store';
import { Places } from './places';
import { Sessions } from './sessions';
import { SignInController } from './sign-in/sign-in.controller';
import { SignInHandler } from './sign-in/sign-in.handler';
import { SignOutController } from './sign-out/sign-out.controller';
import { SwitchOrganisationController } from './switch-organisation/switch-organisation.controller';
import { SwitchOrganisationHandler } from './switch-organisation/switch-organisation.handler';

@Module({
  controllers: [SignInController, CurrentSessionController, SwitchOrganisationController, SignOutController],
  providers: [Sessions, SessionStore, Places, SignInHandler, CurrentSessionHandler, SwitchOrganisationHandler],
  exports: [Sessions, SessionStore, Places, CurrentSessionHandler],
})
export class SessionsModule {}
