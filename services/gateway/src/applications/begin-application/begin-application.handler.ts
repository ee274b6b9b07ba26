import { AppError, gatewayErrors } from '@creator-connect/contracts';
import { Injectable } from '@nestjs/common';
import type { Caller } from '../../edge/caller';
import { Limits } from '../../limits/limits';
import { AccountsPort } from '../../peers/accounts.port';
import { Sessions, type OpenSession } from '../../sessions/sessions';
import type { BeginApplicationRequest } from './begin-application.dto';

/**
 * The person pressed the button: accounts opens a draft, and a session of its own stands behind it. A session as
 * somebody else ends, since a browser speaks for one person at a time; a member is told to try it elsewhere.
 */
@Injectable()
export class BeginApplicationHandler {
  constructor(
    private readonly accounts: AccountsPort,
    private readonly sessions: Sessions,
    private readonly limits: Limits,
  ) {}

  async handle(request: BeginApplicationRequest, caller: Caller, source: string): Promise<OpenSession> {
    const isMember = caller.kind === 'session' && caller.open.session.kind === 'member';
    if (isMember || caller.kind === 'api_key') throw new AppError(gatewayErrors.membersDoNotApply);
    await this.limits.consume('applicationSource', source);
    const { applicationId, organisationId } = await this.accounts.beginApplication(request);
    const open = await this.sessions.open('applicant', { organisationId, influencerId: applicationId });
    if (caller.kind === 'session') await this.sessions.end(caller.open);
    return open;
  }
}
