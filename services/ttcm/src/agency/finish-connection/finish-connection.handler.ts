import { Injectable, Logger } from '@nestjs/common';
import { MarketplaceConnected } from '@creator-connect/contracts';
import { Outbox } from '@creator-connect/messaging';
import { type AgencyTokens, INVITE_SCOPE, PlatformError } from '@creator-connect/platforms';
import { UnitOfWork } from '@creator-connect/persistence';
import { sha256 } from '@creator-connect/security';
import { MembershipRepository } from '../../memberships/persistence/membership.repository';
import type { AttemptOutcome } from '../domain/connection';
import { AttemptRepository } from '../persistence/attempt.repository';
import { ConnectionRepository, type NewConnection } from '../persistence/connection.repository';
import { TokenSeal } from '../token-seal';
import { TtcmAppClient } from '../ttcm-app';

export interface AgencyCallback {
  organisationId: string;
  userId: string;
  /** Of the browser's cookie. */
  binding: string | undefined;
  query: Readonly<Record<string, unknown>>;
}

/** 32 random bytes in base64url. */
const tokenForm = /^[\w-]{43}$/;

/** TikTok sent the owner back. Whatever goes wrong, an earlier connection stays as it is. */
@Injectable()
export class FinishConnectionHandler {
  private readonly logger = new Logger(FinishConnectionHandler.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly attempts: AttemptRepository,
    private readonly connections: ConnectionRepository,
    private readonly memberships: MembershipRepository,
    private readonly client: TtcmAppClient,
    private readonly seal: TokenSeal,
  ) {}

  async handle(callback: AgencyCallback): Promise<AttemptOutcome> {
    if (!(await this.#take(callback))) return 'invalid';
    const answer = this.client.authorization.readCallback(callback.query);
    if (answer.outcome === 'refused') return 'refused';
    try {
      const tokens = await this.client.authorization.exchange(answer.code);
      return await this.#check(callback, tokens);
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      this.logger.warn({ answer: error.answer }, 'an agency could not be connected');
      return 'failed';
    }
  }

  async #take({ organisationId, userId, binding, query }: AgencyCallback): Promise<boolean> {
    const { state } = query;
    if (typeof state !== 'string' || !tokenForm.test(state) || !binding || !tokenForm.test(binding)) return false;
    const hashes = { stateHash: sha256(state), bindingHash: sha256(binding) };
    return this.unitOfWork.tenant(organisationId, (tx) => this.attempts.take(tx, { userId, ...hashes }));
  }

  async #check(callback: AgencyCallback, { accessToken, scopes }: AgencyTokens): Promise<AttemptOutcome> {
    const { organisationId, userId: connectedBy } = callback;
    const sealedToken = this.seal.seal(organisationId, accessToken);
    const give = async (outcome: AttemptOutcome) => {
      await this.unitOfWork.tenant(organisationId, (tx) =>
        this.connections.revokeLater(tx, organisationId, sealedToken),
      );
      return outcome;
    };
    if (!scopes.includes(INVITE_SCOPE)) return give('permission_missing');
    try {
      const [accountId] = await this.client.authorization.accountIds(accessToken);
      if (accountId === undefined) return await give('no_account');
      const { name, country } = await this.client.authorization.account({ accessToken, accountId });
      const found = { organisationId, accountId, accountLabel: name, country, scopes: [...scopes], connectedBy };
      await this.#store({ ...found, sealedToken });
      return 'connected';
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      this.logger.warn({ answer: error.answer }, 'the account of an agency could not be read');
      return give(error.kind === 'scope_lost' ? 'permission_missing' : 'failed');
    }
  }

  #store(connection: NewConnection): Promise<void> {
    const { organisationId } = connection;
    return this.unitOfWork.tenant(organisationId, async (tx) => {
      const before = await this.connections.lock(tx);
      const aggregateVersion = await this.connections.store(tx, connection);
      const connectedAt = new Date().toISOString();
      await this.outbox.add(tx, MarketplaceConnected, { organisationId, connectedAt }, { aggregateVersion });
      if (before?.sealedToken) await this.connections.revokeLater(tx, organisationId, before.sealedToken);
      // What could not be asked until now is asked at once.
      await this.memberships.askAllNow(tx);
    });
  }
}
