import {
  AlreadyExistsException,
  BadRequestException,
  CreateEmailIdentityCommand,
  DeleteEmailIdentityCommand,
  GetEmailIdentityCommand,
  NotFoundException,
  type SESv2Client,
} from '@aws-sdk/client-sesv2';
import { AppError, notificationsErrors } from '@creator-connect/contracts';

export type SesVerification = 'pending' | 'verified' | 'failed';

/** Addresses at Amazon SES. AWS mails each new one a link of its own; whoever presses it proves the mailbox. */
export class SesIdentities {
  constructor(private readonly client: SESv2Client) {}

  /** `exists`: it was there before, whoever made it, so AWS mails no link. Throws `….address_refused`, `….mail_server_down`. */
  create(address: string): Promise<'created' | 'exists'> {
    return asked(async () => {
      try {
        await this.client.send(new CreateEmailIdentityCommand({ EmailIdentity: address }));
        return 'created';
      } catch (error) {
        if (error instanceof AlreadyExistsException) return 'exists';
        throw error;
      }
    });
  }

  async remove(address: string): Promise<void> {
    await asked(async () => {
      try {
        await this.client.send(new DeleteEmailIdentityCommand({ EmailIdentity: address }));
      } catch (error) {
        if (!(error instanceof NotFoundException)) throw error;
      }
    });
  }

  verification(address: string): Promise<SesVerification> {
    return asked(async () => {
      try {
        const found = await this.client.send(new GetEmailIdentityCommand({ EmailIdentity: address }));
        if (found.VerifiedForSendingStatus === true) return 'verified';
        return found.VerificationStatus === 'FAILED' ? 'failed' : 'pending';
      } catch (error) {
        // Somebody took it out of the AWS account: nobody can confirm it any more.
        if (error instanceof NotFoundException) return 'failed';
        throw error;
      }
    });
  }
}

/** The SDK's words can quote the address, so only what they mean travels on. */
export async function asked<T>(call: () => Promise<T>): Promise<T> {
  try {
    return await call();
  } catch (error) {
    if (error instanceof BadRequestException) throw new AppError(notificationsErrors.addressRefused);
    throw new AppError(notificationsErrors.mailServerDown);
  }
}
