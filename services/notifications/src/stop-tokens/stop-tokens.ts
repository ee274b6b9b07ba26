import { Injectable } from '@nestjs/common';
import { AppError, notificationsErrors } from '@creator-connect/contracts';
import { RoutingPool, UnitOfWork, type Tx } from '@creator-connect/persistence';
import { randomToken, sha256 } from '@creator-connect/security';

/** What somebody can say no to from within a mail, and whose no it is. */
const stops = {
  reminders: { table: 'reminder_stop_tokens', whose: 'influencer_id' },
  digests: { table: 'digest_stop_tokens', whose: 'user_id' },
} as const;
export type Stopped = keyof typeof stops;

/** The token in the `List-Unsubscribe` address of a mail. It says "no more of these", and opens nothing. */
@Injectable()
export class StopTokens {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly routing: RoutingPool,
  ) {}

  /** For one mail, which carries it; stored as a hash. It has no end: who finds an old mail may still stop the next. */
  async mint(tx: Tx, what: Stopped, organisationId: string, whoseId: string): Promise<string> {
    const token = randomToken();
    const { table, whose } = stops[what];
    await tx.query(`INSERT INTO ${table} (token_hash, org_id, ${whose}) VALUES ($1, $2, $3)`, [
      sha256(token),
      organisationId,
      whoseId,
    ]);
    return token;
  }

  /** Stops in the organisation that the token was minted in; `stop` says whether there was something to stop. */
  async use(what: Stopped, token: string, stop: (tx: Tx, tokenHash: Buffer) => Promise<boolean>): Promise<void> {
    const hash = sha256(token);
    const [row] = await this.routing.query<{ org_id: string }>(
      `SELECT org_id FROM ${stops[what].table} WHERE token_hash = $1`,
      [hash],
    );
    const stopped = row && (await this.unitOfWork.tenant(row.org_id, (tx) => stop(tx, hash)));
    if (!stopped) throw new AppError(notificationsErrors.unsubscribeUnusable);
  }
}
