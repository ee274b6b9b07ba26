import { newId } from '@creator-connect/contracts';
import { UnitOfWork } from '@creator-connect/persistence';
import { randomToken, type Secret, sha256 } from '@creator-connect/security';
import { Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import { type ConnectPlatform, ConnectPlatforms } from '../../platforms/connect-platform';
import { type Binding, newBinding } from '../binding-cookie';
import { CodeVerifiers } from '../code-verifiers';
import { type Actor, type ConnectTransaction, STATE_TTL_MS } from '../domain/connect-transaction';
import { runStrategy } from '../passport/run-strategy';
import { ConnectTransactionsRepository } from '../persistence/connect-transactions.repository';
import { type Sibling, Siblings } from '../siblings/siblings';
import { type Ask, askFor } from './ask';
import { type ExpectedAccount, ExpectedAccounts, type Wanted } from './expected-account';
import { proofOf } from './proof';

export interface StartConnectTransaction extends Wanted {
  actor: Actor;
}

const flows = { influencer: 'dashboard', link: 'link', applicant: 'application' } as const;

export interface StartedConnectTransaction {
  id: string;
  /** The platform's own page. */
  redirectTo: string;
  binding: Binding;
  /** Accounts that a narrower choice at the platform would cut off. */
  keepTicked: readonly Sibling[];
}

@Injectable()
export class StartConnectTransactionHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly platforms: ConnectPlatforms,
    private readonly expectedAccounts: ExpectedAccounts,
    private readonly transactions: ConnectTransactionsRepository,
    private readonly siblings: Siblings,
    private readonly verifiers: CodeVerifiers,
    private readonly clock: Clock,
  ) {}

  async handle(command: StartConnectTransaction): Promise<StartedConnectTransaction> {
    const { actor, socialAccountId } = command;
    const platform = this.platforms.get(command.platform);
    const expected = await this.expectedAccounts.find(actor, command);
    const binding = newBinding();
    const state = randomToken(32);

    const { transaction, ask, keepTicked, codeVerifier } = await this.unitOfWork.tenant(
      actor.organisationId,
      async (tx) => {
        const last = await this.transactions.lastAnswered(tx, actor.influencerId, command.platform);
        const ask = askFor(command.platform, expected.endCause, last);
        const transaction = {
          ...this.begin(command, platform, expected, binding),
          narrowedFor: ask.narrowedFor ?? null,
        };
        const keepTicked = await this.siblings.toKeep(tx, actor, command.platform, socialAccountId);
        await this.transactions.add(tx, transaction, sha256(state));
        const codeVerifier = platform.grants.pkce ? await this.verifiers.create(tx, transaction) : undefined;
        return { transaction, ask, keepTicked, codeVerifier };
      },
    );
    return {
      id: transaction.id,
      redirectTo: await authorizationUrl(platform, state, ask, codeVerifier),
      binding,
      keepTicked,
    };
  }

  private begin(
    { actor, socialAccountId }: StartConnectTransaction,
    platform: ConnectPlatform,
    expected: ExpectedAccount,
    binding: Binding,
  ): Omit<ConnectTransaction, 'narrowedFor'> {
    return {
      id: newId(),
      organisationId: actor.organisationId,
      influencerId: actor.influencerId,
      platform: platform.platform,
      appRegistration: platform.appRegistration,
      flow: flows[actor.kind],
      authorizationRequestId: actor.authorizationRequestId,
      proof: proofOf(actor, expected),
      starter: { kind: actor.kind, sub: actor.sub },
      socialAccountId,
      expectedAccountHash: expected.accountHash,
      expectedHandle: expected.handle,
      bindingHash: binding.hash,
      status: 'PENDING',
      expiresAt: new Date(this.clock.now().getTime() + STATE_TTL_MS),
      failure: null,
      socialAccountIds: [],
      leftOut: [],
      lostSiblingIds: [],
    };
  }
}

async function authorizationUrl(
  platform: ConnectPlatform,
  state: string,
  ask: Ask,
  codeVerifier?: Secret,
): Promise<string> {
  const { authType, scopes } = ask;
  const options = { ...(authType && { authType }), ...(scopes && { scope: [...scopes] }), codeVerifier };
  const outcome = await runStrategy(platform.strategy, { query: {}, state }, options);
  if (outcome.kind !== 'redirect') throw new Error('a strategy without a code must redirect');
  return outcome.url;
}
