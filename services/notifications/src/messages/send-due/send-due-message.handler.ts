import { Injectable } from '@nestjs/common';
import { AppError, EmailFailed, EmailSent } from '@creator-connect/contracts';
import { failpoint, Outbox } from '@creator-connect/messaging';
import { settleWork, UnitOfWork, type WorkClaim } from '@creator-connect/persistence';
import type { Message } from '../domain/message-kind';
import { MessageRepository, messageWork } from '../persistence/message.repository';
import { PostOffice, type Delivery, type Failure } from './post-office';

/**
 * Sends one queued mail. Address, names and a freshly minted link are asked at this moment and kept nowhere. A crash
 * after the mail server took the mail and before we noted it sends the mail a second time with the same Message-ID:
 * mail knows no transaction, and a reminder twice is better than none.
 */
@Injectable()
export class SendDueMessageHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly outbox: Outbox,
    private readonly messages: MessageRepository,
    private readonly post: PostOffice,
  ) {}

  async handle(claim: WorkClaim): Promise<void> {
    const message = await this.unitOfWork.tenant(claim.orgId, async (tx) => {
      const mine = await this.messages.startSending(tx, claim.id, claim.epoch);
      return mine ? this.messages.find(tx, claim.id) : null;
    });
    if (!message?.influencerId) return;
    try {
      const delivery = await this.post.deliver(message, message.influencerId);
      await failpoint('mail.after-accepted');
      await this.#note(message, delivery);
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      if (!error.retryable) return this.#failed(message, 'no_recipient');
      // 1, 2, 4 … minutes up to an hour: a mail that waits for its server is late, never lost.
      const inSeconds = Math.min(60 * 2 ** (claim.attempts - 1), 3_600);
      await this.unitOfWork.tenant(claim.orgId, async (tx) => {
        // Cancelled meanwhile: then it stays so.
        if (!(await this.messages.postpone(tx, claim.id, claim.epoch))) return;
        await settleWork(tx, messageWork, claim, { due: { inSeconds }, error: error.code });
      });
    }
  }

  #note(message: Message, delivery: Delivery): Promise<void> {
    if (delivery === 'sent') return this.#sent(message);
    if (delivery === 'not_needed')
      return this.unitOfWork.tenant(message.organisationId, (tx) => this.messages.cancel(tx, message.id));
    return this.#failed(message, delivery);
  }

  async #sent(message: Message): Promise<void> {
    await this.unitOfWork.tenant(message.organisationId, async (tx) => {
      await this.messages.sent(tx, message.id);
      await this.outbox.add(
        tx,
        EmailSent,
        { ...about(message), accountIds: message.accountIds, sentAt: new Date().toISOString() },
        { aggregateVersion: 1 },
      );
    });
  }

  async #failed(message: Message, reason: Failure): Promise<void> {
    await this.unitOfWork.tenant(message.organisationId, async (tx) => {
      await this.messages.failed(tx, message.id, reason);
      await this.outbox.add(
        tx,
        EmailFailed,
        { ...about(message), reason, failedAt: new Date().toISOString() },
        { aggregateVersion: 1 },
      );
    });
  }
}

const about = ({ organisationId, influencerId, id, kind }: Message) => ({
  organisationId,
  influencerId,
  messageId: id,
  kind,
});
