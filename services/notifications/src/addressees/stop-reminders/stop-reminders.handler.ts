import { Injectable } from '@nestjs/common';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { sha256 } from '@creator-connect/security';
import { AddresseeRepository } from '../persistence/addressee.repository';

@Injectable()
export class StopRemindersHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
    private readonly addressees: AddresseeRepository,
  ) {}

  /** May be asked any number of times. */
  async handle(token: string): Promise<void> {
    const hash = sha256(token);
    const [row] = await this.routing.query<{ org_id: string }>(
      'SELECT org_id FROM reminder_stop_tokens WHERE token_hash = $1',
      [hash],
    );
    const stopped = row && (await this.unitOfWork.tenant(row.org_id, (tx) => this.addressees.stopReminders(tx, hash)));
    if (!stopped) throw new AppError(notificationsErrors.unsubscribeUnusable);
  }
}
