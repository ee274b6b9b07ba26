import { AppError, oauthErrors, type Platform } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { sha256 } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import { ConnectPlatforms } from '../../platforms/connect-platform';
import { isBound } from '../binding-cookie';
import { type Actor, type ConnectTransaction, isStarter } from '../domain/connect-transaction';
import { FailTransaction } from '../fail-transaction';
import { ConnectTransactionsRepository } from '../persistence/connect-transactions.repository';

export interface Callback {
  platform: Platform;
  query: Readonly<Record<string, unknown>>;
  cookies: Readonly<Record<string, string>>;
  actor: Actor | null;
}

/** 32 random bytes in base64url. */
const stateForm = /^[\w-]{43}$/;

/**
 * The checks that every answer of a platform passes before anything else of it is looked at, success and error alike
 * (security OC-01 to OC-04, OC-06): the state is ours and unused, on this platform's path, in the browser and by the
 * person that began.
 */
@Injectable()
export class TakeTransaction {
  private readonly logger = new Logger(TakeTransaction.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly platforms: ConnectPlatforms,
    private readonly transactions: ConnectTransactionsRepository,
    private readonly failing: FailTransaction,
  ) {}

  async take(callback: Callback): Promise<ConnectTransaction> {
    const { platform, query } = callback;
    const state = query['state'];
    if (typeof state !== 'string' || !stateForm.test(state)) throw this.refuse(callback, 'state_malformed');
    const hash = sha256(state);
    const organisationId = await this.transactions.organisationOf(hash);
    if (organisationId === null) throw this.refuse(callback, 'state_unknown');
    const transaction = await this.unitOfWork.tenant(organisationId, (tx) =>
      this.transactions.take(tx, hash, platform),
    );
    if (!transaction) throw this.refuse(callback, 'state_not_takeable');

    const fault = this.faultOf(transaction, callback);
    if (fault) {
      // The state is out in the wrong hands now: the attempt ends, whoever brings it.
      await this.failing.fail(transaction, { code: oauthErrors.otherBrowser.code });
      throw this.refuse(callback, fault, transaction);
    }
    return transaction;
  }

  private faultOf(transaction: ConnectTransaction, { cookies, actor, query }: Callback): string | null {
    if (!isBound(cookies, transaction.id, transaction.bindingHash)) return 'other_browser';
    if (!actor || !isStarter(transaction, actor)) return 'other_person';
    const platform = this.platforms.get(transaction.platform);
    if (platform.appRegistration !== transaction.appRegistration) return 'other_registration';
    const issuer = query['iss'];
    return issuer === undefined || issuer === platform.issuer ? null : 'foreign_issuer';
  }

  private refuse(callback: Callback, fault: string, transaction?: ConnectTransaction): AppError {
    this.logger.warn(
      { security: 'callback_refused', fault, platform: callback.platform, transactionId: transaction?.id },
      'a callback was refused',
    );
    return new AppError(transaction ? oauthErrors.otherBrowser : oauthErrors.stateInvalid);
  }
}
