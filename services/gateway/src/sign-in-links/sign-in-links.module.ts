import { Module } from '@nestjs/common';
import { SessionsModule } from '../sessions/sessions.module';
import { SignInLinkStore } from './persistence/sign-in-link.store';
import { RequestSignInLinkController } from './request-sign-in-link/request-sign-in-link.controller';
import { RequestSignInLinkHandler } from './request-sign-in-link/request-sign-in-link.handler';
import { UseSignInLinkController } from './use-sign-in-link/use-sign-in-link.controller';
import { UseSignInLinkHandler } from './use-sign-in-link/use-sign-in-link.handler';

@Module({
  imports: [SessionsModule],
  controllers: [RequestSignInLinkController, UseSignInLinkController],
  providers: [SignInLinkStore, RequestSignInLinkHandler, UseSignInLinkHandler],
  exports: [SignInLinkStore],
})
export class SignInLinksModule {}
