import { AppError, notificationsErrors } from '@creator-connect/contracts';
import type { MailTransport } from './mail';
import type { SesIdentities } from './ses/ses-identities';
import type { SesSuppressions } from './ses/ses-suppressions';

/** How an organisation's mails leave: through the installation's mail server, or through Amazon SES. */
export const outboundVias = ['smtp', 'ses'] as const;
export type OutboundVia = (typeof outboundVias)[number];

export interface SesWay {
  transport: MailTransport;
  identities: SesIdentities;
  suppressions: SesSuppressions;
}

/** The ways that this installation has. */
export class OutboundWays {
  constructor(
    private readonly smtp: MailTransport,
    private readonly ses: SesWay | undefined,
  ) {}

  get available(): OutboundVia[] {
    return this.ses ? ['smtp', 'ses'] : ['smtp'];
  }

  /** Throws `notifications.mail_server_down` for SES where it was taken away: its mails wait. */
  transport(via: OutboundVia): MailTransport {
    if (via === 'smtp') return this.smtp;
    if (!this.ses) throw new AppError(notificationsErrors.mailServerDown);
    return this.ses.transport;
  }

  /** Throws `notifications.no_ses`. */
  get identities(): SesIdentities {
    if (!this.ses) throw new AppError(notificationsErrors.noSes);
    return this.ses.identities;
  }

  /** Throws `notifications.no_ses`. */
  get suppressions(): SesSuppressions {
    if (!this.ses) throw new AppError(notificationsErrors.noSes);
    return this.ses.suppressions;
  }
}
