import { InternalClient } from '@creator-connect/security';
import {
  AccountsPort,
  type ConnectExpectation,
  type ConnectQuestion,
  type Reservation,
  type ReservationRequest,
} from '../connect-transactions/accounts.port';

export class HttpAccounts extends AccountsPort {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  checkConnect(question: ConnectQuestion): Promise<ConnectExpectation> {
    return this.post('/internal/connect-checks', question);
  }

  reserve(request: ReservationRequest): Promise<Reservation> {
    return this.post('/internal/account-reservations', request);
  }

  /** Both are safe to repeat: one only asks, the other finds what it reserved before. */
  private post<T>(path: string, body: unknown): Promise<T> {
    const { baseUrl } = this;
    return this.client.call<T>({ baseUrl, audience: 'accounts', method: 'POST', path, body, repeatable: true });
  }
}
