import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { Inject, Injectable, Logger } from '@nestjs/common';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { AccountsPort } from '../peers/accounts.port';
import { NotificationsPort } from '../peers/notifications.port';
import { localesOf, UserStore } from '../users/persistence/user.store';
import { AccessReport } from './access-report';
import { lastMonth, type Period } from './period';
import { AccessReportRepository } from './persistence/access-report.repository';

/**
 * Tells the owners of each organisation once a month that its report is there. One process claims a month of an organisation;
 * each mail and the notice have keys of their own, so that a process that dies in the middle repeats nothing.
 */
@Injectable()
export class SendAccessReports {
  private readonly logger = new Logger(SendAccessReports.name);

  constructor(
    private readonly routing: RoutingPool,
    private readonly unitOfWork: UnitOfWork,
    private readonly reports: AccessReportRepository,
    private readonly report: AccessReport,
    private readonly accounts: AccountsPort,
    private readonly users: UserStore,
    private readonly notifications: NotificationsPort,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  async run(now: Date): Promise<void> {
    const month = lastMonth(now);
    // Without a look there is no row, and so nothing to report.
    const due = await this.routing.query<{ org_id: string }>(
      `SELECT DISTINCT v.org_id FROM data_views v WHERE v.day BETWEEN $1 AND $2
          AND NOT EXISTS (SELECT FROM access_reports r WHERE r.org_id = v.org_id AND r.month = $1 AND r.sent_at IS NOT NULL)
        LIMIT 1000`,
      [month.from, month.to],
    );
    for (const { org_id } of due) await this.#tell(org_id, month, now);
  }

  async #tell(organisationId: string, month: Period, now: Date): Promise<void> {
    const claimed = await this.unitOfWork.tenant(organisationId, (tx) =>
      this.reports.claim(tx, organisationId, month, now),
    );
    if (!claimed) return;
    try {
      await this.#send(organisationId, month);
      await this.unitOfWork.tenant(organisationId, (tx) => this.reports.noteSent(tx, month, now));
    } catch (error) {
      this.logger.warn({ organisationId, err: error }, 'an access report is sent in the next round');
      await this.unitOfWork.tenant(organisationId, (tx) => this.reports.release(tx, month));
    }
  }

  async #send(organisationId: string, { from, to }: Period): Promise<void> {
    const userIds = await this.accounts.ownersOf(organisationId);
    const totals = await this.report.totals(organisationId, { from, to });
    const month = from.slice(0, 7);
    const url = `${this.config.PUBLIC_URL}/admin/settings?tab=access&month=${month}`;
    for (const owner of await this.users.byIds(userIds)) {
      const { id, email, disabled } = owner;
      if (disabled) continue;
      const idempotencyKey = `access-report-${organisationId}-${month}-${id}`;
      const message = { idempotencyKey, email, url, organisationId, locales: localesOf(owner), month, ...totals };
      await this.notifications.sendAccessReport(message);
    }
    await this.notifications.postAccessReport({ organisationId, month });
  }
}
