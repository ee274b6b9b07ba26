import type { Message } from '../../../api/admin-types';
import type { BulkRow, BulkRun } from './bulk-run';

type Mail = Pick<Message, 'id' | 'status' | 'failure' | 'authorizationRequestId'>;
/** Of the organisation's mails, newest first. */
type ReadMails = (cursor: string | undefined) => Promise<{ items: readonly Mail[]; nextCursor: string | null }>;

/** A mail that was queued, and did not go out. */
export class MailFailed extends Error {
  constructor(readonly mail: Pick<Mail, 'status' | 'failure'>) {
    super(mail.failure ?? mail.status);
  }
}

/** One that nobody needs any more, since what it asks for is done, has not. */
export const cameToNothing = ({ status, failure }: Pick<Mail, 'status' | 'failure'>): boolean =>
  status === 'FAILED' || (status === 'CANCELLED' && failure !== null);

/** Whose mail is queued, and nothing else is known of it yet. */
export const isUnderway = ({ state, mail }: BulkRow): boolean => state === 'done' && mail === undefined;

/** Notes at each row of the run what became of its mail, as far as that is known by now. */
export async function noteOutcomes(run: BulkRun, read: ReadMails): Promise<void> {
  const open = new Map(
    run.state().rows.flatMap((row) => (isUnderway(row) && row.value ? [[row.value, row.id] as const] : [])),
  );
  // A mail is queued after the request that it is about, and ids sort by time: beyond the oldest request there is none.
  const [oldest = ''] = [...open.keys()].toSorted();
  let cursor: string | undefined;
  while (open.size > 0) {
    const { items, nextCursor } = await read(cursor);
    for (const mail of items) {
      const id = open.get(mail.authorizationRequestId ?? '');
      if (id === undefined) continue;
      // Only the newest of a request counts.
      open.delete(mail.authorizationRequestId!);
      note(run, id, mail);
    }
    const last = items.at(-1);
    if (nextCursor === null || !last || last.id < oldest) return;
    cursor = nextCursor;
  }
}

function note(run: BulkRun, id: string, mail: Mail): void {
  if (cameToNothing(mail)) run.fail(id, new MailFailed(mail));
  else if (mail.status === 'SENT' || mail.status === 'UNCONFIRMED') run.settle(id, 'sent');
  else if (mail.status === 'CANCELLED') run.settle(id, 'not_needed');
}
