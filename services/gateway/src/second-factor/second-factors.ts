import { AppError, gatewayErrors } from '@creator-connect/contracts';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../clock';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { Limits } from '../limits/limits';
import type { MemberRole, MissingFactor } from '../sessions/domain/session';
import { SecondFactorStore } from './persistence/second-factor.store';
import { newRecoveryCodes, recoveryCodeHash } from './recovery-codes';
import { Totp } from './totp';

export interface Enrolment {
  /** Base32, for typing it in. */
  secret: string;
  /** `otpauth://…`, for a QR code. */
  uri: string;
}

/** A member's second factor: an authenticator app, and recovery codes for when it is lost. */
@Injectable()
export class SecondFactors {
  constructor(
    private readonly store: SecondFactorStore,
    private readonly totp: Totp,
    private readonly limits: Limits,
    private readonly clock: Clock,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  /** What a member with this role still owes after their password. */
  async missingOf(userId: string, role: MemberRole): Promise<MissingFactor | null> {
    if (await this.isConfirmed(userId)) return 'verify';
    return this.demandedOf(role) ? 'setup' : null;
  }

  demandedOf(role: MemberRole | null): boolean {
    return role !== 'viewer' && this.config.SECOND_FACTOR_REQUIRED_FOR === 'admins';
  }

  async isConfirmed(userId: string): Promise<boolean> {
    return Boolean((await this.store.of(userId))?.confirmedAt);
  }

  async status(userId: string): Promise<{ confirmedAt: Date | null; recoveryCodesLeft: number }> {
    const [factor, recoveryCodesLeft] = await Promise.all([
      this.store.of(userId),
      this.store.recoveryCodesLeft(userId),
    ]);
    return { confirmedAt: factor?.confirmedAt ?? null, recoveryCodesLeft };
  }

  /** A new secret to put into an app. It counts for nothing until a code of it was confirmed. */
  async enrol(userId: string, email: string): Promise<Enrolment> {
    const secret = this.totp.newSecret();
    const proposed = await this.store.propose(userId, this.totp.seal(secret, userId), this.clock.now());
    if (!proposed) throw new AppError(gatewayErrors.secondFactorExists);
    return { secret, uri: this.totp.uri(secret, email) };
  }

  /** The first right code makes the secret count. Returns the recovery codes, which are shown this one time. */
  async confirm(userId: string, code: string): Promise<string[]> {
    await this.limits.consume('secondFactor', userId);
    const factor = await this.store.of(userId);
    if (!factor) throw new AppError(gatewayErrors.noSecondFactor);
    if (factor.confirmedAt) throw new AppError(gatewayErrors.secondFactorExists);
    const step = this.totp.stepOf(this.totp.open(factor.secret, userId), code, factor.lastStep);
    if (step === undefined) throw new AppError(gatewayErrors.proofWrong);
    const codes = newRecoveryCodes();
    if (!(await this.store.confirm(userId, factor.secret, step, this.clock.now(), hashesOf(codes))))
      throw new AppError(gatewayErrors.secondFactorExists);
    await this.limits.forget('secondFactor', userId);
    return codes;
  }

  /** Takes a code of the app, or a recovery code; each works once. Throws when it is wrong. */
  async verify(userId: string, code: string): Promise<void> {
    await this.limits.consume('secondFactor', userId);
    if (!(await this.takes(userId, code))) throw new AppError(gatewayErrors.proofWrong);
    await this.limits.forget('secondFactor', userId);
  }

  async renewRecoveryCodes(userId: string): Promise<string[]> {
    if (!(await this.isConfirmed(userId))) throw new AppError(gatewayErrors.noSecondFactor);
    const codes = newRecoveryCodes();
    await this.store.replaceRecoveryCodes(userId, hashesOf(codes));
    return codes;
  }

  async remove(userId: string): Promise<void> {
    await this.store.remove(userId);
  }

  private async takes(userId: string, code: string): Promise<boolean> {
    const factor = await this.store.of(userId);
    if (!factor?.confirmedAt) return false;
    const recovery = recoveryCodeHash(code);
    if (recovery) return this.store.spendRecoveryCode(userId, recovery);
    const step = this.totp.stepOf(this.totp.open(factor.secret, userId), code, factor.lastStep);
    return step !== undefined && this.store.spendStep(userId, step);
  }
}

const hashesOf = (codes: readonly string[]): Buffer[] => codes.map((code) => recoveryCodeHash(code)!);
