import { Injectable } from '@nestjs/common';
import { AppError, requestErrors } from '@creator-connect/contracts';
import { sqlCount, sqlRows, UnitOfWork } from '@creator-connect/persistence';
import { MailRefused } from '../../mail/mail';
import { NotificationsSettings } from '../../notifications-settings';

/** After this long, whoever began to send is taken to have died over it. */
const patienceSeconds = 60;

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
   * as a taken one: who exists is nobody's business.
   */
  async once(idempotencyKey: string, kind: string, send: (messageId: string) => Promise<void>): Promise<void> {
    const first = await this.unitOfWork.system((tx) =>
      sqlCount(
        tx,
        `INSERT INTO system_deliveries AS d (idempotency_key, kind, status) VALUES ($1, $2, 'SENDING')
         ON CONFLICT (idempotency_key) DO UPDATE SET at = now()
           WHERE d.status = 'SENDING' AND d.at < now() - make_interval(secs => $3)`,
        [idempotencyKey, kind, patienceSeconds],
      ),
    );
    if (first === 0) return this.#assertSent(idempotencyKey);
    const host = new URL(this.settings.publicUrl).hostname;
    try {
      await send(`<${Buffer.from(idempotencyKey).toString('base64url')}@${host}>`);
    } catch (error) {
      await this.unitOfWork.system((tx) =>
        tx.query(`DELETE FROM system_deliveries WHERE idempotency_key = $1 AND status = 'SENDING'`, [idempotencyKey]),
      );
      if (!(error instanceof MailRefused)) throw error;
      return;
    }
    await this.unitOfWork.system((tx) =>
      tx.query(`UPDATE system_deliveries SET status = 'SENT', at = now() WHERE idempotency_key = $1`, [idempotencyKey]),
    );
  }

  async #assertSent(idempotencyKey: string): Promise<void> {
    const [sent] = await this.unitOfWork.system((tx) =>
      sqlRows(tx, `SELECT 1 FROM system_deliveries WHERE idempotency_key = $1 AND status = 'SENT'`, [idempotencyKey]),
    );
    if (!sent) throw new AppError(requestErrors.unavailable, { retryAfterSeconds: patienceSeconds });
  }
}
