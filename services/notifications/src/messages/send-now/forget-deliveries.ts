import { PeriodicTask, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';

const everyMs = 3_600_000;
/** Nobody hands the same mail over again after so long. */
const keepDays = 90;

/** Forgets which mails were sent while their caller waited. */
@Injectable()
export class ForgetDeliveries extends PeriodicTask {
  constructor(private readonly unitOfWork: UnitOfWork) {
    super({ everyMs, failed: 'mails that were sent long ago are forgotten the next time' });
  }

  override async run(): Promise<void> {
    await this.unitOfWork.system((tx) =>
      tx.query('DELETE FROM system_deliveries WHERE at < now() - make_interval(days => $1)', [keepDays]),
    );
  }
}
