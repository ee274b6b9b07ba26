import { GetSuppressedDestinationCommand, NotFoundException, type SESv2Client } from '@aws-sdk/client-sesv2';
import { asked } from './ses-identities';

/** Addresses that the AWS account sends nothing to any more, because they bounced or somebody there complained. */
export class SesSuppressions {
  constructor(private readonly client: SESv2Client) {}

  /** Throws `notifications.mail_server_down` where AWS does not say. */
  has(address: string): Promise<boolean> {
    return asked(async () => {
      try {
        await this.client.send(new GetSuppressedDestinationCommand({ EmailAddress: address }));
        return true;
      } catch (error) {
        if (error instanceof NotFoundException) return false;
        throw error;
      }
    });
  }
}
