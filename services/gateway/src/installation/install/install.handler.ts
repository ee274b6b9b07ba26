import { AppError, gatewayErrors, newId, requestErrors } from '@creator-connect/contracts';
import { timingSafeEqualText } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { GATEWAY_CONFIG, type GatewayConfig } from '../../gateway.config';
import { Limits } from '../../limits/limits';
import { Passwords } from '../../passwords/passwords';
import { AccountsPort } from '../../peers/accounts.port';
import { normalEmail, UserStore } from '../../users/persistence/user.store';
import type { InstallRequest, InstallResponse } from './install.dto';

/** Makes the first organisation and its owner. Works once; a repeated call is told that it worked. */
@Injectable()
export class InstallHandler {
  constructor(
    private readonly users: UserStore,
    private readonly accounts: AccountsPort,
    private readonly passwords: Passwords,
    private readonly limits: Limits,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  async handle(command: InstallRequest, source: string): Promise<InstallResponse> {
    await this.limits.consume('signInSource', source);
    if (await this.users.any()) throw new AppError(gatewayErrors.alreadyInstalled);
    const { SETUP_TOKEN: expected } = this.config;
    if (!expected || !timingSafeEqualText(expected, command.setupToken)) throw new AppError(gatewayErrors.setupToken);

    const { owner, organisation } = command;
    const fault = this.passwords.fault('owner.password', owner.password, [owner.email, owner.name, organisation.name]);
    if (fault) throw new AppError(requestErrors.invalid, { errors: [fault] });

    const userId = await this.users.reserveOwnerId(newId());
    const passwordHash = await this.passwords.hash(owner.password);
    const { id } = await this.accounts.createOrganisation({
      name: organisation.name,
      slug: organisation.slug,
      ownerUserId: userId,
    });
    const first = { id: userId, email: normalEmail(owner.email), name: owner.name, passwordHash };
    if (!(await this.users.addFirst(first))) throw new AppError(gatewayErrors.alreadyInstalled);
    return { organisationId: id, userId };
  }
}
