import { Injectable } from '@nestjs/common';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { RoutingPool, UnitOfWork } from '@creator-connect/persistence';
import { DigestRepository } from '../digests/persistence/digest.repository';
import { MessageRepository } from '../messages/persistence/message.repository';
import { NoteDelivery } from '../messages/send-due/note-delivery';
import { readFeedback } from './read-feedback';

/** So long after a mail was handed over its id may still be on its way into our database. */
const mayBeEarlyMs = 10 * 60_000;

/** What SES tells of a mail that it took. */
@Injectable()
export class TakeFeedbackHandler {
  constructor(
    private readonly routing: RoutingPool,
    private readonly unitOfWork: UnitOfWork,
    private readonly messages: MessageRepository,
    private readonly deliveries: NoteDelivery,
    private readonly digests: DigestRepository,
  ) {}

  async handle(text: string): Promise<void> {
    const told = readFeedback(text);
    if (!told) return;
    const [found] = await this.routing.query<{ id: string; org_id: string }>(
      'SELECT id, org_id FROM messages WHERE provider_message_id = $1',
      [told.providerId],
    );
    if (!found) {
      if (await this.#ofDigest(told.providerId)) return;
      // SNS asks again. What is older is a test mail, or of another installation.
      if (Date.now() - told.handedOverAt.getTime() < mayBeEarlyMs)
        throw new AppError(notificationsErrors.feedbackEarly);
      return;
    }
    const message = await this.unitOfWork.tenant(found.org_id, (tx) => this.messages.find(tx, found.id));
    if (message?.influencerId) await this.deliveries.feedback(message, message.influencerId, told.feedback);
  }

  /** Its reader is a member, who gets no more digests of that organisation. */
  async #ofDigest(providerId: string): Promise<boolean> {
    const [digest] = await this.routing.query<{ org_id: string }>(
      'SELECT org_id FROM sent_digests WHERE provider_message_id = $1',
      [providerId],
    );
    if (!digest) return false;
    await this.unitOfWork.tenant(digest.org_id, (tx) => this.digests.refused(tx, providerId));
    return true;
  }
}
