import { AppError, requestErrors } from '@creator-connect/contracts';
import type { Identity } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { OwnViews } from '../data-views/own-views';
import { KnownDeviceStore } from '../known-devices/persistence/known-device.store';
import { AccountsPort } from '../peers/accounts.port';
import type { Session } from '../sessions/domain/session';
import { SessionStore } from '../sessions/persistence/session.store';

const rowsAtOnce = 1_000;

/**
 * accounts gathers an export from the services. Nobody can ask the gateway, which lies before them all, so it gives what it
 * holds itself before the gathering starts: sign-ins, browsers, and who looked.
 */
@Injectable()
export class BeginExportHandler {
  constructor(
    private readonly accounts: AccountsPort,
    private readonly sessions: SessionStore,
    private readonly devices: KnownDeviceStore,
    private readonly views: OwnViews,
    private readonly clock: Clock,
  ) {}

  async handle(identity: Identity, session: Session): Promise<void> {
    const { org: organisationId, influencer: influencerId } = identity;
    if (!organisationId || !influencerId || !session.userId) throw new AppError(requestErrors.forbidden);
    const id = await this.accounts.beginExport({ organisationId, influencerId });
    // One is being made, or waits to be fetched.
    if (id === null) return;
    const signIns = (await this.sessions.ofUser(session.userId, this.clock.now()))
      .filter((one) => one.organisationId === organisationId)
      .map(({ kind, createdAt, lastSeenAt, expiresAt }) => ({
        email: session.email,
        kind,
        createdAt,
        lastSeenAt,
        expiresAt,
      }));
    await this.accounts.giveRows({ id, organisationId, set: 'sign-ins', rows: signIns });
    const browsers = await this.devices.ofUser(session.userId);
    await this.accounts.giveRows({ id, organisationId, set: 'browsers', rows: browsers });
    for await (const rows of this.views.pages(identity, rowsAtOnce)) {
      await this.accounts.giveRows({ id, organisationId, set: 'views', rows });
    }
    await this.accounts.startExport({ id, organisationId });
  }
}
