import { z } from 'zod';
import { sha256 } from '@creator-connect/security';
import type { Feedback } from '../messages/send-due/note-delivery';

const recipients = z.array(z.object({ emailAddress: z.string().max(320) })).max(1_000);
/** What SES tells by SNS: as a notification of an identity, or as an event of a configuration set. */
const feedbackSchema = z.object({
  notificationType: z.string().optional(),
  eventType: z.string().optional(),
  mail: z.object({ messageId: z.string().min(1).max(200), timestamp: z.coerce.date() }),
  bounce: z.object({ bounceType: z.string(), bouncedRecipients: recipients }).optional(),
  complaint: z.object({ complainedRecipients: recipients }).optional(),
});

export interface MailFeedback {
  providerId: string;
  /** When the mail was handed over. */
  handedOverAt: Date;
  feedback: Feedback;
}

/** Undefined for what stops no mails: deliveries, mailboxes that are full for now, and everything we do not know. */
export function readFeedback(text: string): MailFeedback | undefined {
  const told = parsed(text);
  if (!told) return undefined;
  const { mail, bounce, complaint } = told;
  const what = told.eventType ?? told.notificationType;
  const about = (kind: Feedback['kind'], [first]: { emailAddress: string }[]): MailFeedback | undefined =>
    first && {
      providerId: mail.messageId,
      handedOverAt: mail.timestamp,
      feedback: { kind, address: sha256(plainAddress(first.emailAddress)) },
    };
  if (what === 'Bounce' && bounce?.bounceType === 'Permanent') return about('bounced', bounce.bouncedRecipients);
  if (what === 'Complaint' && complaint) return about('complained', complaint.complainedRecipients);
  return undefined;
}

function parsed(text: string): z.infer<typeof feedbackSchema> | undefined {
  try {
    return feedbackSchema.safeParse(JSON.parse(text)).data;
  } catch {
    return undefined;
  }
}

/** `Name <address>` reads as the address. Mails of ours have one recipient. */
const plainAddress = (text: string) => (/<([^<>]+)>\s*$/.exec(text)?.[1] ?? text).trim().toLowerCase();
