import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { DataViewRepository, keptDays } from './persistence/data-view.repository';

/** The record of who looked is itself personal data, of members as of creators, and ends after a year. */
@Injectable()
export class ForgetOldViews {
  constructor(
    private readonly routing: RoutingPool,
    private readonly unitOfWork: UnitOfWork,
    private readonly repository: DataViewRepository,
  ) {}

  async run(): Promise<void> {
    const due = await this.routing.query<{ org_id: string }>(
      'SELECT DISTINCT org_id FROM data_views WHERE day < current_date - $1::integer LIMIT 1000',
      [keptDays],
    );
    for (const { org_id } of due) await this.unitOfWork.tenant(org_id, (tx) => this.repository.removeOld(tx));
  }
}
