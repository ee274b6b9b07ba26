import { UnitOfWork } from '@creator-connect/persistence';
import { Injectable, Logger, type OnApplicationBootstrap, type OnModuleDestroy } from '@nestjs/common';
import { ConnectTransactionsRepository } from './persistence/connect-transactions.repository';

const everyMs = 60_000;
const keepDays = 30;

/** Throws away grants that nobody confirmed and attempts that are of no interest any more. */
@Injectable()
export class SweepTransactions implements OnApplicationBootstrap, OnModuleDestroy {
  private readonly logger = new Logger(SweepTransactions.name);
  private timer: NodeJS.Timeout | undefined;

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly transactions: ConnectTransactionsRepository,
  ) {}

  onApplicationBootstrap(): void {
    this.timer = setInterval(() => {
      this.sweep().catch((error: unknown) => this.logger.warn({ err: error }, 'sweeping waits for the next time'));
    }, everyMs);
    this.timer.unref();
  }

  onModuleDestroy(): void {
    clearInterval(this.timer);
  }

  async sweep(): Promise<void> {
    for (const organisationId of await this.transactions.organisationsToSweep(keepDays)) {
      await this.unitOfWork.tenant(organisationId, (tx) => this.transactions.sweep(tx, keepDays));
    }
  }
}
