import { PeriodicTask, UnitOfWork } from '@creator-connect/persistence';
import { Injectable } from '@nestjs/common';
import { ConnectTransactionsRepository } from './persistence/connect-transactions.repository';

const everyMs = 60_000;
const keepDays = 30;

/** Throws away grants that nobody confirmed and attempts that are of no interest any more. */
@Injectable()
export class SweepTransactions extends PeriodicTask {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transactions: ConnectTransactionsRepository,
  ) {
    super({ everyMs, failed: 'sweeping waits for the next time' });
  }

  override async run(): Promise<void> {
    for (const organisationId of await this.transactions.organisationsToSweep(keepDays)) {
      await this.unitOfWork.tenant(organisationId, (tx) => this.transactions.sweep(tx, keepDays));
    }
  }
}
