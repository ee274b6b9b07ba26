import { Injectable } from '@nestjs/common';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { ErasePerson } from '../influencers/erase-influencer/erase-person';
import { declinedDays, draftDays } from './domain/application';
import { ApplicationRepository } from './persistence/application.repository';

const isOver = `(status = 'draft' AND touched_at <= now() - make_interval(days => ${draftDays}))
  OR (status = 'declined' AND decided_at <= now() - make_interval(days => ${declinedDays}))`;

/** Abandoned drafts and declined applications lose their authorizations, where they still have any, and every trace. */
@Injectable()
export class EndApplications {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly applications: ApplicationRepository,
    private readonly erasePerson: ErasePerson,
  ) {}

  async run(): Promise<void> {
    const due = await this.routing.query<{ id: string; org_id: string }>(
      `SELECT id, org_id FROM applications WHERE ${isOver} LIMIT 500`,
    );
    for (const { id, org_id: organisationId } of due) {
      await this.unitOfWork.tenant(organisationId, async (tx) => {
        // Asked again under the lock: the applicant may have come back, or another replica was faster.
        if (await this.applications.lockIf(tx, id, isOver)) await this.erasePerson.erase(tx, organisationId, id);
      });
    }
  }
}
