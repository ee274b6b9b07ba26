import { oauthErrors } from '@creator-connect/contracts';
import { type GrantTokens, PlatformError } from '@creator-connect/platforms';
import type { Tx } from '@creator-connect/persistence';
import type { Secret } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import { PlatformHashes } from '../../grants/vault/platform-hashes';
import { answerForLog } from '../../platforms/answer-for-log';
import { type ConnectPlatform, ConnectPlatforms } from '../../platforms/connect-platform';
import { CompleteWithoutChoice } from './complete-without-choice';
import type { ConnectTransaction } from '../domain/connect-transaction';
import { DiscardHandler } from '../discard/discard.handler';
import { CodeVerifiers } from '../code-verifiers';
import { FailTransaction } from '../fail-transaction';
import { runStrategy } from '../passport/run-strategy';
import { Siblings } from '../siblings/siblings';
import { StagedGrants } from '../staged-grants';
import { type JudgedGrant, judgeGrant } from './judge-grant';
import { failureOfPlatform } from './platform-failure';
import { RefuseGrant } from './refuse-grant';

/** What became of a taken attempt; the person sees it on the page of the attempt, whatever it is. */
@Injectable()
export class HandleCallbackHandler {
  private readonly logger = new Logger(HandleCallbackHandler.name);

  constructor(
    private readonly platforms: ConnectPlatforms,
    private readonly hashes: PlatformHashes,
    private readonly verifiers: CodeVerifiers,
    private readonly failing: FailTransaction,
    private readonly refusing: RefuseGrant,
    private readonly stagedGrants: StagedGrants,
    private readonly siblings: Siblings,
    private readonly completion: CompleteWithoutChoice,
    private readonly discarding: DiscardHandler,
  ) {}

  /** The attempt was taken and checked before. Never throws for a platform's reason. */
  async handle(transaction: ConnectTransaction, query: Readonly<Record<string, unknown>>): Promise<void> {
    const platform = this.platforms.get(transaction.platform);
    const answer = platform.grants.readCallback(query);
    if (answer.outcome === 'refused') return this.failing.fail(transaction, { code: oauthErrors.refused.code });
    if (answer.outcome === 'failed') {
      const failure = { code: oauthErrors.exchangeFailed.code };
      return this.failing.fail(transaction, failure, { answer: { operation: 'callback', errorCode: answer.error } });
    }
    try {
      const tokens = await exchange(platform, answer.code.reveal(), await this.verifiers.take(transaction));
      await this.proceed(transaction, platform, tokens);
    } catch (error) {
      if (error instanceof PlatformError) {
        return this.failing.fail(transaction, failureOfPlatform(error), { answer: answerForLog(error.answer) });
      }
      // The code is spent, so the attempt is over, and the person should not wait for its time to run out.
      this.logger.error({ err: error, transactionId: transaction.id }, 'an attempt failed here');
      await this.failing.fail(transaction, { code: oauthErrors.exchangeFailed.code });
    }
  }

  private async proceed(transaction: ConnectTransaction, platform: ConnectPlatform, tokens: GrantTokens) {
    const judged = await this.judge(transaction, platform, tokens);
    if (judged.consent) await this.siblings.compare(transaction, judged.consent);
    if ('refused' in judged) return this.refusing.refuse(transaction, judged.refused, tokens);
    const { staged } = judged;
    const discard = (tx: Tx) => this.discarding.takeBack(tx, transaction, staged);
    const isStaged = await this.stagedGrants.stage(transaction, staged, discard);
    if (isStaged && !platform.alwaysAskWhich) await this.completion.tryComplete(transaction, staged);
  }

  private judge(transaction: ConnectTransaction, platform: ConnectPlatform, tokens: GrantTokens): Promise<JudgedGrant> {
    const { appRegistration, expectedAccountHash: accountHash, expectedHandle: handle } = transaction;
    return judgeGrant(platform, tokens, {
      expectation: { accountHash, handle },
      hashOf: (name, id) => this.hashes.account(name, id),
      hashOfPerson: (id) => this.hashes.person(platform.platform, appRegistration, id),
    });
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
