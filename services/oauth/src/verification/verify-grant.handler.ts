import { AppError, oauthErrors } from '@creator-connect/contracts';
import { PlatformError } from '@creator-connect/platforms';
import { UnitOfWork } from '@creator-connect/persistence';
import type { Secret } from '@creator-connect/security';
import { Injectable, Logger } from '@nestjs/common';
import { Clock } from '../clock';
import type { Grant, PlatformIds } from '../grants/domain/grant';
import { EndGrant } from '../grants/end-grant';
import { deathOf, type GrantDeath, ruleOf } from '../grants/grant-death';
import { GrantVault } from '../grants/grant-vault';
import { type GrantAddress, GrantsRepository } from '../grants/persistence/grants.repository';
import { ConnectPlatforms } from '../platforms/connect-platform';
import { FreshTokens } from '../refresh/fresh-tokens';

/** `alive`: a real call worked. `ended`: it is dead, now or already. `unknown`: nothing was learned, nothing changes. */
export type VerificationOutcome = 'alive' | 'ended' | 'unknown';

interface Opened {
  ids: PlatformIds;
  access: Secret;
  user: Secret | null;
}

type Finding =
  { alive: true } | { alive: false; death: GrantDeath; rule: string; answer: Record<string, unknown> | null };

/** Asks the platform whether a grant still lives. Only an answer of the closed list may end it (architecture decision 3). */
@Injectable()
export class VerifyGrantHandler {
  private readonly logger = new Logger(VerifyGrantHandler.name);

  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly grants: GrantsRepository,
    private readonly vault: GrantVault,
    private readonly fresh: FreshTokens,
    private readonly ending: EndGrant,
    private readonly platforms: ConnectPlatforms,
    private readonly clock: Clock,
  ) {}

  async handle(address: GrantAddress): Promise<VerificationOutcome> {
    try {
      const grant = await this.fresh.ensure(address);
      const finding = await this.look(address, grant);
      if (finding.alive) return 'alive';
      await this.end(grant, finding);
      return 'ended';
    } catch (error) {
      if (error instanceof AppError && error.code === oauthErrors.noAuthorization.code) return 'ended';
      if (!(error instanceof PlatformError) && !(error instanceof AppError)) throw error;
      this.logger.warn({ err: error, grantId: address.grantId }, 'a grant could not be verified');
      return 'unknown';
    }
  }

  private async look(address: GrantAddress, grant: Grant): Promise<Finding> {
    const { grants, reader } = this.platforms.get(grant.platform);
    const opened = await this.open(grant);
    if (opened.user) {
      const inspection = await grants.inspect(opened.user);
      const death = inspection.valid || !inspection.deathCause ? null : deathOf(inspection.deathCause);
      if (death)
        return { alive: false, death, rule: `${grant.platform}.inspect.${inspection.deathCause}`, answer: null };
    }
    try {
      await reader.profile({ token: opened.access, accountId: opened.ids.accountId, scopes: grant.scopes });
      return { alive: true };
    } catch (error) {
      if (!(error instanceof PlatformError)) throw error;
      return this.judge(address, grant, error);
    }
  }

  private async judge(address: GrantAddress, grant: Grant, error: PlatformError): Promise<Finding> {
    const rule = ruleOf(error.answer);
    const answer = { ...error.answer };
    if (error.failure.kind === 'scope_lost') {
      return { alive: false, death: { kind: 'expired', cause: 'permission_lost' }, rule, answer };
    }
    if (error.failure.kind !== 'grant_dead') throw error;
    const death = deathOf(error.failure.cause);
    if (death) return { alive: false, death, rule, answer };
    // The access token is refused, the refresh token may live: that decides.
    if (error.failure.cause !== 'access_token_invalid') throw error;
    const renewed = await this.fresh.ensure(address, grant.tokenVersion);
    const { access, ids } = await this.open(renewed);
    const { reader } = this.platforms.get(grant.platform);
    await reader.profile({ token: access, accountId: ids.accountId, scopes: renewed.scopes });
    return { alive: true };
  }

  private open(grant: Grant): Promise<Opened> {
    return this.unitOfWork.tenant(grant.organisationId, async (tx) => {
      const access = { service: 'oauth', purpose: 'verify' };
      const token = await this.vault.openToken(tx, grant, 'access', access);
      if (!token) throw new AppError(oauthErrors.noAuthorization);
      const user = await this.vault.openToken(tx, grant, 'user', access);
      return { ids: await this.vault.openIds(tx, grant, access), access: token, user };
    });
  }

  /** Nothing is ended that changed while the platform was asked. */
  private async end(looked: Grant, { death, rule, answer }: Extract<Finding, { alive: false }>): Promise<void> {
    await this.unitOfWork.tenant(looked.organisationId, async (tx) => {
      const grant = await this.grants.lockById(tx, looked.id);
      const same = grant?.version === looked.version && grant.tokenVersion === looked.tokenVersion;
      if (grant?.state !== 'live' || !same) return;
      await this.ending.end(tx, grant, { ...death, rule, answer, observedAt: this.clock.now(), by: 'person' });
    });
  }
}
