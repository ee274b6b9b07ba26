import { AppError, oauthErrors } from '@creator-connect/contracts';
import { databaseNow, type Tx, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { RunVerification } from './run-verification';
import { type LastLook, VerificationsRepository } from './verifications.repository';

export interface CheckAuthorization {
  organisationId: string;
  socialAccountId: string;
  /** Set for somebody who may only check what is theirs. */
  influencerId?: string | undefined;
}

const waitMs = 100;
const patienceMs = 20_000;

/** "Check now": the same verification as after a refused token, done while the asker waits. */
@Injectable()
export class CheckAuthorizationHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly verifications: VerificationsRepository,
    private readonly running: RunVerification,
    private readonly clock: Clock,
  ) {}

  async handle(command: CheckAuthorization): Promise<LastLook['outcome']> {
    const deadline = this.clock.now().getTime() + patienceMs;
    const since = await this.unitOfWork.system(databaseNow);
    for (;;) {
      const turn = await this.unitOfWork.tenant(command.organisationId, (tx) => this.takeTurn(tx, command, since));
      if (typeof turn === 'string') return turn;
      if (turn) return (await this.running.run(turn, { endedToo: true })).state;
      if (this.clock.now().getTime() > deadline) return 'unknown';
      await new Promise((resolve) => setTimeout(resolve, waitMs));
    }
  }

  /** The claim, or what somebody else found out since we were asked; undefined while they are still at it. */
  private async takeTurn(
    tx: Tx,
    { socialAccountId, influencerId }: CheckAuthorization,
    since: Date,
  ): Promise<WorkClaim | LastLook['outcome'] | undefined> {
    const grant = await this.grants.lockByAccount(tx, socialAccountId);
    const foreign = influencerId !== undefined && grant?.influencerId !== influencerId;
    if (!grant || foreign || grant.state === 'revoked') throw new AppError(oauthErrors.noAuthorization);
    const look = await this.verifications.lastLook(tx, grant.id);
    if (look && look.checkedAt >= since) return look.outcome;
    return this.verifications.claimNow(tx, grant, 'check_now');
  }
}
