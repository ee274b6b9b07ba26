import { oauthErrors } from '@creator-connect/contracts';
import { type GrantTokens, PlatformError } from '@creator-connect/platforms';
import type { Secret } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import { PlatformHashes } from '../../grants/vault/platform-hashes';
import { type ConnectPlatform, ConnectPlatforms } from '../../platforms/connect-platform';
import { CompleteWithoutChoice } from './complete-without-choice';
import type { ConnectTransaction, Failure } from '../domain/connect-transaction';
import { CodeVerifiers } from '../code-verifiers';
import { FailTransaction } from '../fail-transaction';
import { runStrategy } from '../passport/run-strategy';
import { Siblings } from '../siblings/siblings';
import { StagedGrants } from '../staged-grants';
import { type JudgedGrant, judgeGrant } from './judge-grant';
import { failureOfPlatform } from './platform-failure';
import { RefuseSurplus } from './refuse-surplus';

/** What became of a taken attempt; the person sees it on the page of the attempt, whatever it is. */
@Injectable()
export class HandleCallbackHandler {
  private readonly logger = new Logger(HandleCallbackHandler.name);

  constructor(
    private readonly platforms: ConnectPlatforms,
    private readonly hashes: PlatformHashes,
    private readonly verifiers: CodeVerifiers,
    private readonly failing: FailTransaction,
    private readonly surplus: RefuseSurplus,
    private readonly stagedGrants: StagedGrants,
    private readonly siblings: Siblings,
    private readonly completion: CompleteWithoutChoice,
  ) {}

  /** The attempt was taken and checked before. Never throws for a platform's reason. */
  async handle(transaction: ConnectTransaction, query: Readonly<Record<string, unknown>>): Promise<void> {
    const platform = this.platforms.get(transaction.platform);
    const answer = platform.grants.readCallback(query);
    if (answer.outcome === 'refused') return this.fail(transaction, { code: oauthErrors.refused.code });
    if (answer.outcome === 'failed') {
      this.logger.warn({ platform: platform.platform, error: answer.error }, 'the platform ended an attempt');
      return this.fail(transaction, { code: oauthErrors.exchangeFailed.code });
    }
    try {
      const tokens = await exchange(platform, answer.code.reveal(), await this.verifiers.take(transaction));
      await this.proceed(transaction, platform, tokens);
    } catch (error) {
      if (!(error instanceof PlatformError)) {
        // The code is spent, so the attempt is over; the person should not wait for its time to run out.
        await this.fail(transaction, { code: oauthErrors.exchangeFailed.code });
        throw error;
      }
      this.logger.warn({ err: error, answer: error.answer }, 'an attempt failed at the platform');
      await this.fail(transaction, failureOfPlatform(error));
    }
  }

  private async proceed(transaction: ConnectTransaction, platform: ConnectPlatform, tokens: GrantTokens) {
    const judged = await this.judge(transaction, platform, tokens);
    if (judged.consent) await this.siblings.compare(transaction, judged.consent);
    if ('refused' in judged) {
      const { failure, surplusOf } = judged.refused;
      if (surplusOf === null) return this.fail(transaction, failure);
      return this.surplus.refuse(transaction, failure, { personId: surplusOf, token: tokens.accessToken });
    }
    await this.stagedGrants.stage(transaction, judged.staged);
    if (!platform.alwaysAskWhich) await this.completion.tryComplete(transaction, judged.staged);
  }

  private judge(transaction: ConnectTransaction, platform: ConnectPlatform, tokens: GrantTokens): Promise<JudgedGrant> {
    const { appRegistration, expectedAccountHash: accountHash, expectedHandle: handle, proof } = transaction;
    return judgeGrant(platform, tokens, {
      expectation: { accountHash, handle, proof },
      hashOf: (name, id) => this.hashes.account(name, id),
      hashOfPerson: (id) => this.hashes.person(platform.platform, appRegistration, id),
    });
  }

  private fail(transaction: ConnectTransaction, failure: Failure): Promise<void> {
    return this.failing.fail(transaction, failure);
  }
}

/** Through the strategy, whose token request is our platform client. The state was compared when it was taken. */
async function exchange(platform: ConnectPlatform, code: string, codeVerifier?: Secret): Promise<GrantTokens> {
  const taken = 'taken';
  const outcome = await runStrategy(
    platform.strategy,
    { query: { code, state: taken }, state: taken },
    { codeVerifier },
  );
  if (outcome.kind !== 'success') throw new Error('a strategy with a code must succeed or fail');
  return outcome.user as GrantTokens;
}
