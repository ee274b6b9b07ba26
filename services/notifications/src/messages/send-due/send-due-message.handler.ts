import { Injectable } from '@nestjs/common';
import { AppError } from '@creator-connect/contracts';
import { failpoint } from '@creator-connect/messaging';
import { settleWork, UnitOfWork, type Tx, type WorkClaim } from '@creator-connect/persistence';
import { AddresseeRepository } from '../../addressees/persistence/addressee.repository';
import { StopTokens } from '../../stop-tokens/stop-tokens';
import { reminders } from '../domain/message-kind';
import { noteSent } from '../note-sent';
import { MessageRepository, messageWork } from '../persistence/message.repository';
import { NoteDelivery } from './note-delivery';
import { PostOffice, type MailTask } from './post-office';

/**
 * Sends one queued mail. Address, names and a freshly minted link are asked at this moment and kept nowhere. A crash
 * after the mail server took the mail and before we noted it sends the mail a second time with the same Message-ID:
 * mail knows no transaction, and a reminder twice is better than none. Of a database that is away for a moment nobody hears
 * twice.
 */
@Injectable()
export class SendDueMessageHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: MessageRepository,
    private readonly addressees: AddresseeRepository,
    private readonly tokens: StopTokens,
    private readonly post: PostOffice,
    private readonly deliveries: NoteDelivery,
  ) {}

  async handle(claim: WorkClaim): Promise<void> {
    const task = await this.unitOfWork.tenant(claim.orgId, (tx) => this.#take(tx, claim));
    if (!task) return;
    try {
      const delivery = await this.post.deliver(task);
      await failpoint('mail.after-accepted');
      await noteSent(() => this.deliveries.note(task, delivery));
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!error.retryable) return this.deliveries.note(task, { outcome: 'no_recipient' });
      // 1, 2, 4 … minutes up to an hour: a mail that waits for its server is late, never lost.
      const inSeconds = Math.min(60 * 2 ** (claim.attempts - 1), 3_600);
      await this.unitOfWork.tenant(claim.orgId, async (tx) => {
        // Cancelled meanwhile: then it stays so.
        if (!(await this.messages.postpone(tx, claim.id, claim.epoch))) return;
        await settleWork(tx, messageWork, claim, { due: { inSeconds }, error: error.code });
      });
    }
  }

  /** Undefined: it is another's, or not to be sent at all. */
  async #take(tx: Tx, claim: WorkClaim): Promise<MailTask | undefined> {
    const mine = await this.messages.startSending(tx, claim.id, claim.epoch);
    const message = mine ? await this.messages.find(tx, claim.id) : null;
    if (!message?.influencerId) return undefined;
    if (message.overdue) {
      await this.messages.cancel(tx, message.id);
      return undefined;
    }
    const { organisationId, influencerId } = message;
    const addressee = await this.addressees.find(tx, influencerId);
    const task = { message, influencerId, addressee, stopToken: undefined };
    if (!reminders.has(message.kind)) return task;
    if (addressee.remindersStoppedAt) {
      await this.messages.cancel(tx, message.id, 'stopped');
      return undefined;
    }
    return { ...task, stopToken: await this.tokens.mint(tx, 'reminders', organisationId, influencerId) };
  }
}
