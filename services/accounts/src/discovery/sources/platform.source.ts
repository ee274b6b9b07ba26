import { Logger } from '@nestjs/common';
import { AppError, accountsErrors, type Platform } from '@creator-connect/contracts';
import {
  type HandleLookup,
  type KeywordSearch,
  PlatformError,
  type PlatformFailure,
  type PlatformProfile,
} from '@creator-connect/platforms';
import type { DiscoverySource, Found, FoundProfile, SearchWay } from './discovery-source';

type Client = HandleLookup & Partial<KeywordSearch> & { close(): Promise<void> };

/** Only the account or key of the installation can be meant: the one that was looked for is no error. */
const REFUSALS: ReadonlySet<PlatformFailure['kind']> = new Set([
  'grant_dead',
  'scope_lost',
  'app_misconfigured',
  'account_gone',
]);

/** A platform that is searched with the installation's own account or key, for every organisation alike. */
export class PlatformSource implements DiscoverySource {
  private readonly logger = new Logger(PlatformSource.name);
  private refusal: AppError | undefined;
  private blockedUntil = 0;

  /** `client` is undefined where the installation has no credentials; `setup` is the page that says how to get some. */
  constructor(
    readonly platform: Platform,
    private readonly client: Client | undefined,
    private readonly setup: string,
    readonly ways: readonly SearchWay[],
  ) {}

  async problem(): Promise<AppError | undefined> {
    if (!this.client) return this.error(accountsErrors.discoveryNotConfigured);
    return this.throttled() ?? this.refusal;
  }

  async byHandle(_organisationId: string, handle: string): Promise<Found> {
    const profile = await this.ask((client) => client.byHandle(handle));
    return found(profile === null ? [] : [profile]);
  }

  async byKeyword(_organisationId: string, keyword: string, limit: number): Promise<Found> {
    return found(await this.ask(async (client) => (await client.search?.(keyword, limit)) ?? []));
  }

  async close(): Promise<void> {
    await this.client?.close();
  }

  private async ask<T>(use: (client: Client) => Promise<T>): Promise<T> {
    if (!this.client) throw this.error(accountsErrors.discoveryNotConfigured);
    // Calls while throttled prolong the block.
    const blocked = this.throttled();
    if (blocked) throw blocked;
    try {
      const answer = await use(this.client);
      this.refusal = undefined;
      return answer;
    } catch (error) {
      throw error instanceof PlatformError ? this.failed(error) : error;
    }
  }

  private failed(error: PlatformError): AppError {
    const { failure, answer } = error;
    if (failure.kind === 'throttled') {
      this.blockedUntil = failure.until.getTime();
      return this.throttled() ?? this.error(accountsErrors.discoveryUnavailable, error);
    }
    if (!REFUSALS.has(failure.kind)) return this.error(accountsErrors.discoveryUnavailable, error);
    this.logger.warn({ platform: this.platform, kind: failure.kind, answer }, 'The platform refuses our searches');
    this.refusal = this.error(accountsErrors.discoveryRefused, error);
    return this.refusal;
  }

  private throttled(): AppError | undefined {
    const seconds = Math.ceil((this.blockedUntil - Date.now()) / 1000);
    if (seconds <= 0) return undefined;
    const extra = { platform: this.platform };
    return new AppError(accountsErrors.discoveryThrottled, { retryAfterSeconds: seconds, extra });
  }

  private error(definition: (typeof accountsErrors)['discoveryRefused'], cause?: PlatformError): AppError {
    return new AppError(definition, { cause, extra: { platform: this.platform, setup: this.setup } });
  }
}

function found(profiles: readonly PlatformProfile[]): Found {
  const named = profiles.map((profile): FoundProfile => ({ ...profile, handle: profile.handle ?? profile.id }));
  return { profiles: named, marketplace: null };
}
