import { Injectable } from '@nestjs/common';
import { StopTokens } from '../../stop-tokens/stop-tokens';
import { AddresseeRepository } from '../persistence/addressee.repository';

@Injectable()
export class StopRemindersHandler {
  constructor(
    private readonly tokens: StopTokens,
    private readonly addressees: AddresseeRepository,
  ) {}

  /** May be asked any number of times. */
  handle(token: string): Promise<void> {
    return this.tokens.use('reminders', token, (tx, hash) => this.addressees.stopReminders(tx, hash));
  }
}
