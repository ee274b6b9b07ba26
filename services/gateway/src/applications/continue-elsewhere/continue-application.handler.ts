import { AppError, gatewayErrors } from '@creator-connect/contracts';
import { sha256 } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import type { Caller } from '../../edge/caller';
import { Limits } from '../../limits/limits';
import { AccountsPort, type ProvenApplicant } from '../../peers/accounts.port';
import { Sessions, type OpenSession } from '../../sessions/sessions';
import { normalEmail } from '../../users/persistence/user.store';
import type { ApplicationKey } from '../applicant';
import { ContinuationStore } from '../persistence/continuation.store';

/** What accounts has against the application itself, and not against this moment. */
const final: ReadonlySet<string> = new Set(['not_found', 'conflict', 'invalid_input']);

/**
 * The press of a button spends the link; opening it does nothing. It works once, and only while the application still
 * belongs to the mailbox that the link went to.
 */
@Injectable()
export class ContinueApplicationHandler {
  constructor(
    private readonly continuations: ContinuationStore,
    private readonly accounts: AccountsPort,
    private readonly sessions: Sessions,
    private readonly limits: Limits,
    private readonly clock: Clock,
  ) {}

  async handle(token: string, caller: Caller, source: string): Promise<OpenSession> {
    const isMember = caller.kind === 'session' && caller.open.session.kind === 'member';
    if (isMember || caller.kind === 'api_key') throw new AppError(gatewayErrors.membersDoNotApply);
    await this.limits.consume('signInSource', source);
    const link = await this.continuations.take(sha256(token), this.clock.now());
    const applicant = link && (await this.#applicant(link));
    if (!applicant || !sha256(normalEmail(applicant.email)).equals(link.emailHash))
      throw new AppError(gatewayErrors.continuationUnusable);
    const { organisationId, applicationId } = link;
    const open = await this.sessions.open('applicant', { organisationId, influencerId: applicationId });
    if (caller.kind === 'session') await this.sessions.end(caller.open);
    return open;
  }

  /** Undefined for an application that is gone, decided or of an address that is proven no more. */
  async #applicant(application: ApplicationKey): Promise<ProvenApplicant | undefined> {
    try {
      return await this.accounts.provenApplicant(application);
    } catch (error) {
      if (error instanceof AppError && final.has(error.kind)) return undefined;
      throw error;
    }
  }
}
