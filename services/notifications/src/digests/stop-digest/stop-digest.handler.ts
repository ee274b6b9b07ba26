import { Injectable } from '@nestjs/common';
import { StopTokens } from '../../stop-tokens/stop-tokens';
import { DigestRepository } from '../persistence/digest.repository';

@Injectable()
export class StopDigestHandler {
  constructor(
    private readonly tokens: StopTokens,
    private readonly digests: DigestRepository,
  ) {}

  /** May be asked any number of times. */
  handle(token: string): Promise<void> {
    return this.tokens.use('digests', token, (tx, hash) => this.digests.stop(tx, hash));
  }
}
