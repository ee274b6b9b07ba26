import { DataDeletionRequested } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { DueWorker, RoutingPool, settleWork, type Tx, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import type { Grant } from '../grants/domain/grant';
import { EndGrant } from '../grants/end-grant';
import { GrantsRepository } from '../grants/persistence/grants.repository';
import { VerificationsRepository } from '../verification/verifications.repository';
import { VerifyGrantHandler } from '../verification/verify-grant.handler';
import { type ReportedEnd, ReportedEndsRepository, reportedEndWork } from './reported-ends.repository';
import { type Word, wordOf } from './word-on-removal';

/** The platform's clock and ours may differ, and its times are whole seconds. */
const skewMs = 60_000;

/** Ends what a platform said has ended (it knows already, so nobody has to tell it), and looks at what it put in doubt. */
@Injectable()
export class ApplyReportedEnds extends DueWorker {
  constructor(
    routing: RoutingPool,
    unitOfWork: UnitOfWork,
    private readonly ends: ReportedEndsRepository,
    private readonly grants: GrantsRepository,
    private readonly ending: EndGrant,
    private readonly verifications: VerificationsRepository,
    private readonly verifying: VerifyGrantHandler,
    private readonly outbox: Outbox,
    private readonly clock: Clock,
  ) {
    super(routing, unitOfWork, { work: reportedEndWork, leaseSeconds: 90, concurrency: 4, pollMs: 300 });
  }

  protected override async handle(claim: WorkClaim): Promise<void> {
    const doubtful = await this.unitOfWork.tenant(claim.orgId, (tx) => this.decide(tx, claim));
    if (!doubtful) return;
    const word = wordOf(await this.verifying.look(doubtful), doubtful, this.clock.now());
    await this.unitOfWork.tenant(claim.orgId, (tx) => this.decideByWord(tx, claim, doubtful, word));
  }

  /** The grant, where only the platform can say whether the message is about it. */
  private async decide(tx: Tx, claim: WorkClaim): Promise<Grant | undefined> {
    const end = await this.ends.find(tx, claim.id);
    if (!end) return undefined;
    const grant = await this.grants.lockById(tx, end.grantId);
    const concerned = grant !== null && (await this.concerns(tx, grant, end));
    if (concerned === 'perhaps') return grant ?? undefined;
    if (grant && concerned) await this.delete(tx, await this.follow(tx, grant, end), end);
    await this.ends.done(tx, claim.id, concerned && end.deletesData);
    return undefined;
  }

  private async decideByWord(tx: Tx, claim: WorkClaim, looked: Grant, word: Word): Promise<void> {
    const end = await this.ends.find(tx, claim.id);
    const grant = await this.grants.lockById(tx, looked.id);
    if (!end) return;
    const same = grant?.eventVersion === looked.eventVersion && grant.tokenVersion === looked.tokenVersion;
    if (word === 'unknown' || !same) {
      const due = { inSeconds: same ? Math.min(2 ** claim.attempts, 600) : 0 };
      await settleWork(tx, reportedEndWork, claim, { due, ...(same && { error: 'nothing was learned' }) });
      return;
    }
    if (word === 'taken_back') await this.follow(tx, grant, end);
    if (word === 'something_else') await this.verifications.ask(tx, grant, end.rule);
    await this.ends.done(tx, claim.id, false);
  }

  /** Messages come late and repeatedly: meanwhile the person may have consented anew. */
  private async concerns(tx: Tx, grant: Grant, end: ReportedEnd): Promise<boolean | 'perhaps'> {
    const { tokenName, occurredAt, removal, again } = end;
    if (tokenName) return this.grants.holdsToken(tx, grant.id, tokenName);
    const youngerBy = grant.authorizedAt.getTime() - occurredAt.getTime();
    if (removal && grant.state === 'live' && Math.abs(youngerBy) <= skewMs) return 'perhaps';
    return !again && youngerBy <= skewMs;
  }

  private async follow(tx: Tx, grant: Grant, end: ReportedEnd): Promise<Grant> {
    if (grant.state === 'revoked' || (grant.state === 'expired' && end.kind === 'expired')) return grant;
    if (end.cause === null) return this.doubt(tx, grant, end);
    const { kind, cause, rule, occurredAt: observedAt } = end;
    return this.ending.end(tx, grant, { kind, cause, rule, answer: null, observedAt, by: 'person' });
  }

  private async doubt(tx: Tx, grant: Grant, { kind, rule }: ReportedEnd): Promise<Grant> {
    const endedToo = kind === 'restored';
    if (grant.state === 'live' || endedToo) await this.verifications.ask(tx, grant, rule, { endedToo });
    return grant;
  }

  /** The services that hold what was collected follow, and say when it is gone. */
  private async delete(tx: Tx, ended: Grant, { deletesData, occurredAt }: ReportedEnd): Promise<void> {
    if (!deletesData) return;
    const grant = { ...ended, eventVersion: ended.eventVersion + 1 };
    const { organisationId, influencerId, socialAccountId: accountId, platform } = grant;
    const data = { organisationId, influencerId, accountId, platform, requestedAt: occurredAt.toISOString() };
    await this.grants.save(tx, grant);
    await this.outbox.add(tx, DataDeletionRequested, data, { aggregateVersion: grant.eventVersion });
  }
}
