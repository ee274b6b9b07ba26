import { Controller } from '@nestjs/common';
import { AccountStateChanged, pausedCause, resumedCause, type EventEnvelope } from '@creator-connect/contracts';
import { Consumes } from '@creator-connect/messaging';
import { currentInfluencer, type Tx } from '@creator-connect/persistence';
import { MessageRepository } from '../persistence/message.repository';

/** So long the first account waits for the others that its owner paused with the same press. */
const togetherSeconds = 5;

/**
 * That a creator paused the collection, or let it go on, is mailed to them, in case it was somebody else (security AL-09):
 * one mail for one press, however many accounts it was about.
 */
@Controller()
export class TellOfPauses {
  constructor(private readonly messages: MessageRepository) {}

  @Consumes(AccountStateChanged)
  async handle({ data }: EventEnvelope<AccountStateChanged>, tx: Tx): Promise<void> {
    const kind = kindOf(data);
    const influencerId = kind && (await currentInfluencer(tx, data.influencerId));
    if (!influencerId) return;
    const { organisationId, accountId, at } = data;
    // One press is one moment for all of its accounts.
    const dedupeKey = `${data.influencerId}:${kind}:${at}`;
    const mail = { organisationId, influencerId, accountIds: [accountId], kind, dedupeKey, inSeconds: togetherSeconds };
    if ((await this.messages.queue(tx, mail)) || (await this.messages.alsoAbout(tx, dedupeKey, accountId))) return;
    // Told too late for the mail of the others, which is on its way.
    await this.messages.queue(tx, { ...mail, dedupeKey: `${dedupeKey}:${accountId}` });
  }
}

/** Where nothing is collected afterwards, there is no going on to tell of: of a lapsed account a reminder says what is up. */
function kindOf({ cause, tracked }: AccountStateChanged): 'paused' | 'resumed' | undefined {
  if (cause === pausedCause) return 'paused';
  return cause === resumedCause && tracked ? 'resumed' : undefined;
}
