import { Injectable } from '@nestjs/common';
import { PeriodicTask, RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { AccountsSettings } from '../accounts-settings';
import { EndApplications } from '../applications/end-applications';
import { WatchErasures } from '../erasures/watch-erasures';
import { AuthorizationRequestRepository } from '../authorization-requests/persistence/authorization-request.repository';
import { DashboardLinkRepository } from '../dashboard-links/persistence/dashboard-link.repository';
import { DataExportRepository } from '../own-data/export/persistence/data-export.repository';
import { reportLifeDays } from '../reports/domain/report';
import { ReportRepository } from '../reports/persistence/report.repository';
import { SocialAccountRepository } from '../social-accounts/persistence/social-account.repository';

/** How long after its end a reservation still waits for an authorization that an outage delayed. */
const reservationGraceHours = 24;

/**
 * Ends what nobody finished: reservations that were not used, requests whose time is over, applications left behind, reports
 * that are too old. All but the applications are decided by the clock already when they are read; here the rows follow. Replicas may do it side by side, since locked rows are skipped.
 */
@Injectable()
export class Housekeeping extends PeriodicTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly accounts: SocialAccountRepository,
    private readonly requests: AuthorizationRequestRepository,
    private readonly applications: EndApplications,
    private readonly reports: ReportRepository,
    private readonly exports: DataExportRepository,
    private readonly dashboardLinks: DashboardLinkRepository,
    private readonly erasures: WatchErasures,
    settings: AccountsSettings,
  ) {
    super({ everyMs: settings.housekeepingSeconds * 1000, failed: 'Housekeeping failed; trying again later' });
  }

  override async run(): Promise<void> {
    const due = await this.routing.query<{ org_id: string }>(
      `(SELECT org_id FROM authorization_requests WHERE status = 'open' AND expires_at <= now() LIMIT 1000)
       UNION (SELECT org_id FROM social_accounts
               WHERE reserved_until < now() - make_interval(hours => $1) LIMIT 1000)
       UNION (SELECT org_id FROM reports WHERE fetched_at < now() - make_interval(days => $2) LIMIT 1000)`,
      [reservationGraceHours, reportLifeDays],
    );
    for (const { org_id: organisationId } of due) {
      await this.unitOfWork.tenant(organisationId, async (tx) => {
        await this.requests.closeExpired(tx);
        await this.accounts.endReservations(tx, reservationGraceHours);
        await this.reports.removeOld(tx);
      });
    }
    const expired = await this.routing.query<{ org_id: string }>(
      `(SELECT org_id FROM data_exports WHERE expires_at <= now() LIMIT 1000)
       UNION (SELECT org_id FROM dashboard_links WHERE expires_at <= now() LIMIT 1000)`,
    );
    for (const { org_id } of expired) {
      await this.unitOfWork.tenant(org_id, async (tx) => {
        await this.exports.removeExpired(tx);
        await this.dashboardLinks.removeExpired(tx);
      });
    }
    await this.erasures.run();
    await this.applications.run();
  }
}
