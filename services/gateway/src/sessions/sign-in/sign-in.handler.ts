import { AppError, gatewayErrors } from '@creator-connect/contracts';
import { Injectable, Logger } from '@nestjs/common';
import type { FastifyRequest } from 'fastify';
import type { Caller } from '../../edge/caller';
import { KnownDevices } from '../../known-devices/known-devices';
import { Limits, type LimitName } from '../../limits/limits';
import { Passwords } from '../../passwords/passwords';
import { SecondFactors } from '../../second-factor/second-factors';
import { normalEmail, UserStore } from '../../users/persistence/user.store';
import { Places } from '../places';
import { Sessions, type OpenSession } from '../sessions';
import type { SignInRequest } from './sign-in.dto';

/** Members sign in with a password. Known and unknown addresses get the same answer after the same work. */
@Injectable()
export class SignInHandler {
  private readonly logger = new Logger(SignInHandler.name);

  constructor(
    private readonly users: UserStore,
    private readonly passwords: Passwords,
    private readonly places: Places,
    private readonly factors: SecondFactors,
    private readonly sessions: Sessions,
    private readonly limits: Limits,
    private readonly devices: KnownDevices,
  ) {}

  async handle(command: SignInRequest, source: string, caller: Caller, http: FastifyRequest): Promise<OpenSession> {
    const email = normalEmail(command.email);
    await this.limits.consume('signInSource', source);
    const user = await this.users.byEmail(email);
    const device = await this.devices.knownTo(user?.id, http);
    // Whoever guesses from many places uses up what the account has, and what its owner's own devices have is apart.
    const tries: [LimitName, ...string[]] = device
      ? ['signInAccountAndDevice', email, device]
      : ['signInAccountAndSource', email, source];
    await this.limits.consume(...tries);
    if (!device) await this.limits.consume('signInAccount', email);
    const matches = await this.passwords.matches(user?.passwordHash, command.password);
    if (!user || !matches || user.disabled) throw new AppError(gatewayErrors.badCredentials);
    await this.limits.forget(...tries);
    // Only guesses count, and those of others go on counting.
    if (!device) await this.limits.giveBack('signInAccount', email);

    const [membership] = await this.places.membershipsOf(user.id);
    if (!membership) throw new AppError(gatewayErrors.noOrganisation);
    const { organisationId, role } = membership;
    const missingFactor = await this.factors.missingOf(user.id, role);
    const open = await this.sessions.open('member', { userId: user.id, email, organisationId, role, missingFactor });
    this.logger.log({ security: 'sign_in', actor: user.id, missingFactor }, 'a member signed in');
    if (caller.kind === 'session') await this.sessions.end(caller.open);
    return open;
  }
}
