import { AppError, requestErrors } from '@creator-connect/contracts';
import { sha256 } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible';
import { Database } from '../persistence/database';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';

const minute = 60;
const hour = 60 * minute;

/** Guessing and mailing, counted in PostgreSQL so that a second gateway does not double them. */
const limitsOf = (config: GatewayConfig) => ({
  signInSource: { points: config.LIMIT_SIGN_IN_PER_SOURCE, seconds: 15 * minute },
  signInAccountAndSource: { points: config.LIMIT_SIGN_IN_PER_ACCOUNT_AND_SOURCE, seconds: 15 * minute },
  signInAccount: { points: config.LIMIT_SIGN_IN_PER_ACCOUNT, seconds: hour },
  signInAccountAndDevice: { points: config.LIMIT_SIGN_IN_PER_ACCOUNT_AND_SOURCE, seconds: 15 * minute },
  signInLinkSource: { points: config.LIMIT_SIGN_IN_LINKS_PER_SOURCE, seconds: hour },
  signInLinkAccount: { points: config.LIMIT_SIGN_IN_LINKS_PER_ACCOUNT, seconds: hour },
  secondFactor: { points: config.LIMIT_SECOND_FACTOR_TRIES, seconds: 15 * minute },
  passwordResetSource: { points: config.LIMIT_PASSWORD_RESETS_PER_SOURCE, seconds: hour },
  passwordResetAccount: { points: config.LIMIT_PASSWORD_RESETS_PER_ACCOUNT, seconds: hour },
  memberInvitations: { points: config.LIMIT_MEMBER_INVITATIONS_PER_ORGANISATION, seconds: 24 * hour },
  organisations: { points: config.LIMIT_ORGANISATIONS_PER_OPERATOR, seconds: 24 * hour },
  linkLookupSource: { points: config.LIMIT_LINK_LOOKUPS_PER_SOURCE, seconds: minute },
  linkLookupTotal: { points: config.LIMIT_LINK_LOOKUPS_TOTAL, seconds: minute },
  applicationSource: { points: config.LIMIT_APPLICATIONS_PER_SOURCE, seconds: hour },
  codeRequest: { points: config.LIMIT_CODES_PER_REQUEST, seconds: hour },
  codeTryRequest: { points: config.LIMIT_CODE_TRIES_PER_REQUEST, seconds: hour },
  callerRequests: { points: config.LIMIT_REQUESTS_PER_MINUTE, seconds: minute },
  organisationRequests: { points: config.LIMIT_ORGANISATION_REQUESTS_PER_MINUTE, seconds: minute },
});
export type LimitName = keyof ReturnType<typeof limitsOf>;

export interface Consumption {
  consumed: number;
  remaining: number;
  secondsLeft: number;
}

@Injectable()
export class Limits {
  private readonly limiters: ReadonlyMap<LimitName, RateLimiterPostgres>;

  constructor(
    private readonly database: Database,
    @Inject(GATEWAY_CONFIG) config: GatewayConfig,
  ) {
    this.limiters = new Map(
      Object.entries(limitsOf(config)).map(([name, { points, seconds }]) => [
        name as LimitName,
        new RateLimiterPostgres({
          storeClient: database.dataSource,
          storeType: 'typeorm',
          schemaName: 'gateway',
          tableName: 'rate_limits',
          tableCreated: true,
          // Housekeeping does it once for all of them.
          clearExpiredByTimeout: false,
          keyPrefix: name,
          points,
          duration: seconds,
        }),
      ]),
    );
  }

  /** Counts one use and refuses with `Retry-After` once the limit is passed. */
  async consume(name: LimitName, ...key: string[]): Promise<void> {
    try {
      await this.limiter(name).consume(hashed(key));
    } catch (refused) {
      if (!(refused instanceof RateLimiterRes)) throw refused;
      throw throttled(refused.msBeforeNext);
    }
  }

  /** Counts several uses at once and says how much is left, without refusing. */
  async add(name: LimitName, key: string, points: number): Promise<Consumption> {
    const result = await this.limiter(name).penalty(hashed([key]), points);
    return {
      consumed: result.consumedPoints,
      remaining: result.remainingPoints,
      secondsLeft: Math.max(result.msBeforeNext, 0) / 1000,
    };
  }

  points(name: LimitName): number {
    return this.limiter(name).points;
  }

  /** Takes one use back that has turned out to be none. */
  async giveBack(name: LimitName, ...key: string[]): Promise<void> {
    await this.limiter(name).reward(hashed(key));
  }

  async forget(name: LimitName, ...key: string[]): Promise<void> {
    await this.limiter(name).delete(hashed(key));
  }

  async removeExpired(): Promise<void> {
    // The library counts by the process's own clock.
    await this.database.rows('rate-limit-expire', 'DELETE FROM rate_limits WHERE expire < $1', [Date.now()]);
  }

  private limiter(name: LimitName): RateLimiterPostgres {
    const limiter = this.limiters.get(name);
    if (!limiter) throw new Error(`unknown limit ${name}`);
    return limiter;
  }
}

export function throttled(milliseconds: number): AppError {
  return new AppError(requestErrors.throttled, { retryAfterSeconds: Math.max(Math.ceil(milliseconds / 1000), 1) });
}

/** Addresses and e-mail addresses are personal data: the table keeps their hashes. */
function hashed(key: readonly string[]): string {
  return sha256(key.join('\u0000')).toString('base64url');
}
