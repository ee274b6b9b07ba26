import { failpoint } from '@creator-connect/messaging';
import {
  isTransientDatabaseError,
  settleWork,
  type Tx,
  UnitOfWork,
  type WorkClaim,
} from '@creator-connect/persistence';
import { PlatformError } from '@creator-connect/platforms';
import type { Secret } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import type { Grant } from '../grants/domain/grant';
import { GrantVault } from '../grants/grant-vault';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { answerForLog } from '../platforms/answer-for-log';
import { ConnectPlatforms } from '../platforms/connect-platform';
import { FinishRefresh, type RefreshResult } from './finish-refresh';
import { decodeAttempt, encodeAttempt, type RefreshAttempt, renewedFrom } from './refresh-attempt';
import { RefreshLeases } from './refresh-leases';
import { refreshWork } from './refresh-schedule';

/** What there is to do: spend a token, finish what a dead process began, or nothing. */
type Beginning =
  | { kind: 'call'; grant: Grant; refreshToken: Secret }
  | { kind: 'finish'; attempt: RefreshAttempt }
  | { kind: 'done'; result: RefreshResult };

const access = { service: 'oauth', purpose: 'refresh' };
/** Seconds within the lease, whose rest is the platform's. */
const keepTurns = 15;

/**
 * Renews the tokens of one grant under a lease on its row (messaging.md, "Token refresh"): the platform is called outside
 * of any transaction; that the token is on its way is noted as soon as it is, the answer as soon as it is here, and a
 * transaction swaps the tokens if the lease is still ours. A process that died before the first note had sent nothing,
 * and the token is simply sent by the next one. One that died between the notes has spent it: it is never sent again
 * (security OC-12). One whose answer was lost on the line is, after a pause: an error of the platform itself looks the
 * same and must end nothing.
 */
@Injectable()
export class RefreshGrant {
  private readonly logger = new Logger(RefreshGrant.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly platforms: ConnectPlatforms,
    private readonly grants: GrantsRepository,
    private readonly vault: GrantVault,
    private readonly leases: RefreshLeases,
    private readonly finishing: FinishRefresh,
  ) {}

  async run(claim: WorkClaim): Promise<RefreshResult> {
    const beginning = await this.unitOfWork.tenant(claim.orgId, (tx) => this.begin(tx, claim));
    if (beginning.kind === 'done') return beginning.result;
    if (beginning.kind === 'finish') return this.finishing.succeed(claim, beginning.attempt);
    const { grant, refreshToken } = beginning;
    const sending = new SentNote(() =>
      this.unitOfWork.tenant(claim.orgId, (tx) =>
        this.note(tx, claim, grant, { tokenVersion: grant.tokenVersion, answer: null }),
      ),
    );
    try {
      const answer = renewedFrom(await this.spend(grant, refreshToken, () => sending.write()));
      await sending.written();
      await failpoint('refresh.after-answer');
      const attempt = { tokenVersion: grant.tokenVersion, answer };
      if (!(await this.keep(claim, grant, attempt))) return 'lost';
      await failpoint('refresh.before-swap');
      return await this.finishing.succeed(claim, attempt);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      await sending.written();
      this.logger.warn(
        { err: error, answer: answerForLog(error.answer), grantId: grant.id },
        'tokens could not be renewed',
      );
      return this.finishing.fail(claim, grant.tokenVersion, error);
    }
  }

  private async begin(tx: Tx, claim: WorkClaim): Promise<Beginning> {
    const grant = await this.grants.lockById(tx, claim.id);
    const notes = await this.leases.notes(tx, claim);
    if (!grant || notes === undefined) return { kind: 'done', result: 'lost' };
    if (grant.state !== 'live') return this.nothingToDo(tx, claim);
    const earlier = notes === null ? null : await this.readNotes(tx, grant, notes);
    if (earlier?.tokenVersion === grant.tokenVersion) {
      if (earlier.answer) return { kind: 'finish', attempt: earlier };
      await this.finishing.interrupted(tx, grant);
      return this.nothingToDo(tx, claim);
    }
    const refreshToken = await this.vault.openToken(tx, grant, 'refresh', access);
    if (!refreshToken) return this.nothingToDo(tx, claim);
    return { kind: 'call', grant, refreshToken };
  }

  private async nothingToDo(tx: Tx, claim: WorkClaim): Promise<Beginning> {
    await settleWork(tx, refreshWork, claim, { due: null });
    return { kind: 'done', result: 'ended' };
  }

  private async spend(grant: Grant, refreshToken: Secret, onSent: () => void) {
    const { refresher } = this.platforms.get(grant.platform).grants;
    if (!refresher) throw new Error(`${grant.platform} has no way to use the refresh token of grant ${grant.id}`);
    await failpoint('refresh.before-call');
    return refresher.refresh(refreshToken, onSent);
  }

  /** The only copy of new tokens is in this process: a database that is away for a moment must not cost them. */
  private async keep(claim: WorkClaim, grant: Grant, attempt: RefreshAttempt): Promise<boolean> {
    for (let turn = 1; ; turn += 1) {
      try {
        return await this.unitOfWork.tenant(claim.orgId, (tx) => this.note(tx, claim, grant, attempt));
      } catch (error) {
        if (!isTransientDatabaseError(error) || turn === keepTurns) throw error;
        await new Promise((resolve) => setTimeout(resolve, 1_000));
      }
    }
  }

  private async note(tx: Tx, claim: WorkClaim, grant: Grant, attempt: RefreshAttempt): Promise<boolean> {
    const sealed = await this.vault.sealNote(tx, grant, 'attempt', encodeAttempt(attempt));
    return this.leases.note(tx, claim, sealed);
  }

  private async readNotes(tx: Tx, grant: Grant, sealed: string): Promise<RefreshAttempt> {
    return decodeAttempt(await this.vault.openNote(tx, grant, 'attempt', sealed, access));
  }
}

/** The note that a token is on its way, written while the answer is awaited. */
class SentNote {
  private writing: Promise<unknown> | undefined;

  constructor(private readonly note: () => Promise<unknown>) {}

  /** A failure is no reason to let go of the answer: that note follows, and says more. */
  write(): void {
    this.writing ??= this.note().catch(() => undefined);
  }

  async written(): Promise<void> {
    await this.writing;
  }
}
