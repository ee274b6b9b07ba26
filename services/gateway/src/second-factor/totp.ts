import { openText, readKeyFile, sealText } from '@creator-connect/security';
import { Inject, Injectable } from '@nestjs/common';
import { generateSecret, generateURI, verifySync } from 'otplib';
import { Clock } from '../clock';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';

const issuer = 'Creator Connect';
/** One step early or late: phones' clocks differ by some seconds (RFC 6238 §5.2). */
const toleranceSeconds = 30;
const codeShape = /^\d{6}$/;

/** Time-based one-time passwords (RFC 6238); their secrets are stored sealed, bound to their user. */
@Injectable()
export class Totp {
  private readonly key: Buffer;

  constructor(
    private readonly clock: Clock,
    @Inject(GATEWAY_CONFIG) config: GatewayConfig,
  ) {
    this.key = readKeyFile(config.SECOND_FACTOR_KEY_FILE);
  }

  newSecret(): string {
    return generateSecret();
  }

  /** For the QR code that authenticator apps read. */
  uri(secret: string, email: string): string {
    return generateURI({ issuer, label: email, secret });
  }

  seal(secret: string, userId: string): string {
    return sealText(this.key, secret, `second-factor ${userId}`);
  }

  open(sealed: string, userId: string): string {
    return openText(this.key, sealed, `second-factor ${userId}`);
  }

  /** The time step of a right code that is newer than `lastStep`, else undefined: no code works twice. */
  stepOf(secret: string, code: string, lastStep: number): number | undefined {
    if (!codeShape.test(code)) return undefined;
    const epoch = Math.floor(this.clock.now().getTime() / 1000);
    const result = verifySync({
      secret,
      token: code,
      epoch,
      epochTolerance: toleranceSeconds,
      afterTimeStep: lastStep,
    });
    return result.valid && 'timeStep' in result ? result.timeStep : undefined;
  }
}
