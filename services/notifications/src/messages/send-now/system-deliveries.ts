import { Injectable } from '@nestjs/common';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { failpoint } from '@creator-connect/messaging';
import { sqlRows, UnitOfWork } from '@creator-connect/persistence';
import { MailRefused, type Sent } from '../../mail/mail';
import { NotificationsSettings } from '../../notifications-settings';
import { noteSent } from '../note-sent';

/** What is sent, and what else is written once it is out, in the transaction that says so. */
export interface SystemDelivery {
  send(messageId: string): Promise<Sent>;
  noteSent?(sent: Sent): Promise<void>;
}

/**
 * After this long, whoever began to send is taken to have died over it. As long as a mail server may take that is slow to every
 * command of several mails, one behind the other: whose time runs out before sends it twice.
 */
const patienceSeconds = 300;

/** Mails that are sent while their caller waits. Neither address nor text stands in what is remembered of them. */
@Injectable()
export class SystemDeliveries {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly settings: NotificationsSettings,
  ) {}

  /**
   * The same idempotency key again sends nothing; a failed attempt may be repeated with its key. While an attempt runs, or
   * has died a moment ago, nobody can say that the mail went: whoever asks comes again. A refused address is the same answer
   * as a taken one: who exists is nobody's business. Between the mail server and what is noted there is no transaction: whoever
   * dies there sends the mail again, with the same Message-ID, when its key comes again.
   */
  async once(idempotencyKey: string, kind: string, delivery: SystemDelivery): Promise<void> {
    const [mine] = await this.unitOfWork.system((tx) =>
      sqlRows<{ at: string }>(
        tx,
        `INSERT INTO system_deliveries AS d (idempotency_key, kind, status) VALUES ($1, $2, 'SENDING')
         ON CONFLICT (idempotency_key) DO UPDATE SET at = now()
           WHERE d.status = 'SENDING' AND d.at < now() - make_interval(secs => $3)
         RETURNING at::text`,
        [idempotencyKey, kind, patienceSeconds],
      ),
    );
    if (!mine) return this.#assertSent(idempotencyKey);
    const host = new URL(this.settings.publicUrl).hostname;
    let sent: Sent;
    try {
      sent = await delivery.send(`<${Buffer.from(idempotencyKey).toString('base64url')}@${host}>`);
    } catch (error) {
      // Unless somebody has taken over meanwhile.
      const text = `DELETE FROM system_deliveries WHERE idempotency_key = $1 AND at = $2 AND status = 'SENDING'`;
      await this.unitOfWork.system((tx) => tx.query(text, [idempotencyKey, mine.at]));
      if (!(error instanceof MailRefused)) throw error;
      return;
    }
    await failpoint('mail.after-accepted');
    const text = `UPDATE system_deliveries SET status = 'SENT', at = now() WHERE idempotency_key = $1`;
    await noteSent(() =>
      this.unitOfWork.system(async (tx) => {
        await tx.query(text, [idempotencyKey]);
        await delivery.noteSent?.(sent);
      }),
    );
  }

  async #assertSent(idempotencyKey: string): Promise<void> {
    const [sent] = await this.unitOfWork.system((tx) =>
      sqlRows(tx, `SELECT 1 FROM system_deliveries WHERE idempotency_key = $1 AND status = 'SENT'`, [idempotencyKey]),
    );
    if (!sent) throw new AppError(requestErrors.unavailable, { retryAfterSeconds: patienceSeconds });
  }
}
