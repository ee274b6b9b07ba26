import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@creator-connect/persistence';
import { randomToken, sha256 } from '@creator-connect/security';
import { TtcmSettings } from '../../ttcm-settings';
import { AttemptRepository } from '../persistence/attempt.repository';
import { TtcmAppClient } from '../ttcm-app';

export interface BegunConnection {
  /** TikTok's own page. */
  redirectTo: string;
  /** For the cookie that binds the attempt to this browser. */
  binding: string;
}

export const callbackOf = (publicUrl: string): string => `${publicUrl}/oauth/ttcm/callback`;

@Injectable()
export class BeginConnectionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly attempts: AttemptRepository,
    private readonly client: TtcmAppClient,
    private readonly settings: TtcmSettings,
  ) {}

  async handle(organisationId: string, userId: string): Promise<BegunConnection> {
    const { authorization } = this.client;
    const [state, binding] = [randomToken(), randomToken()];
    await this.unitOfWork.tenant(organisationId, (tx) =>
      this.attempts.add(tx, { organisationId, userId, stateHash: sha256(state), bindingHash: sha256(binding) }),
    );
    const redirectUri = callbackOf(this.settings.publicUrl);
    return { redirectTo: authorization.authorizationUrl({ redirectUri, state }), binding };
  }
}
