import { AppError, requestErrors } from '@creator-connect/contracts';
import { Body, Controller, Delete, Get, HttpCode, Logger, Post, Res } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiOperation, ApiTags } from '@nestjs/swagger';
import type { FastifyReply } from 'fastify';
import type { SessionCaller } from '../edge/caller';
import { CurrentSession } from '../edge/request-decorators';
import { CurrentSessionHandler } from '../sessions/current-session/current-session.handler';
import { giveSession } from '../sessions/session-cookies';
import { Sessions } from '../sessions/sessions';
import { StepUp } from '../sessions/step-up/step-up';
import { memberOf } from '../sessions/member';
import {
  ConfirmSecondFactorRequest,
  ConfirmSecondFactorResponse,
  EnrolmentResponse,
  RecoveryCodesResponse,
  SecondFactorResponse,
} from './second-factor.dto';
import { SecondFactors } from './second-factors';

@ApiTags('sessions')
@Controller('v1/second-factor')
export class SecondFactorController {
  private readonly logger = new Logger(SecondFactorController.name);

  constructor(
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly stepUp: StepUp,
    private readonly view: CurrentSessionHandler,
  ) {}

  @Get()
  @ApiOperation({ summary: 'Your second factor' })
  @ApiOkResponse({ type: SecondFactorResponse })
  async read(@CurrentSession() caller: SessionCaller): Promise<SecondFactorResponse> {
    const { confirmedAt, recoveryCodesLeft } = await this.factors.status(memberOf(caller).userId);
    return { confirmedAt: confirmedAt?.toISOString() ?? null, recoveryCodesLeft };
  }

  @Post()
  @ApiOperation({ summary: 'A new secret for an authenticator app; it counts once a code of it was confirmed' })
  @ApiCreatedResponse({ type: EnrolmentResponse })
  enrol(@CurrentSession() caller: SessionCaller): Promise<EnrolmentResponse> {
    const { userId, email } = memberOf(caller);
    this.stepUp.assertRecent(caller);
    return this.factors.enrol(userId, email);
  }

  @Post('confirmation')
  @ApiOperation({ summary: 'Confirm the secret with its first code; answers the recovery codes and a new session' })
  @ApiCreatedResponse({ type: ConfirmSecondFactorResponse })
  async confirm(
    @Body() { code }: ConfirmSecondFactorRequest,
    @CurrentSession() caller: SessionCaller,
    @Res({ passthrough: true }) reply: FastifyReply,
  ): Promise<ConfirmSecondFactorResponse> {
    const { userId } = memberOf(caller);
    this.stepUp.assertRecent(caller);
    const recoveryCodes = await this.factors.confirm(userId, code);
    this.logger.log({ security: 'second_factor_added', actor: userId }, 'a second factor was set up');
    const open = await this.sessions.change(caller.open, { missingFactor: null });
    if (!open) throw new AppError(requestErrors.unauthenticated);
    // Whoever sits in another browser with the password alone has to show the new factor, too.
    await this.sessions.endAllOf(userId, open);
    giveSession(reply, open);
    return { recoveryCodes, session: await this.view.handle(open) };
  }

  @Post('recovery-codes')
  @ApiOperation({ summary: 'New recovery codes in place of the old ones' })
  @ApiCreatedResponse({ type: RecoveryCodesResponse })
  async renew(@CurrentSession() caller: SessionCaller): Promise<RecoveryCodesResponse> {
    const { userId } = memberOf(caller);
    this.stepUp.assertProven(caller);
    return { recoveryCodes: await this.factors.renewRecoveryCodes(userId) };
  }

  @Delete()
  @ApiOperation({ summary: 'Remove your second factor, to set up another one' })
  @ApiNoContentResponse()
  @HttpCode(204)
  async remove(@CurrentSession() caller: SessionCaller): Promise<void> {
    const { userId } = memberOf(caller);
    this.stepUp.assertProven(caller);
    await this.factors.remove(userId);
    this.logger.warn({ security: 'second_factor_removed', actor: userId }, 'a second factor was removed');
  }
}
