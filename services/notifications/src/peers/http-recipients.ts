import { InternalClient } from '@creator-connect/security';
import { Recipients, type Recipient, type RecipientQuestion } from './recipients';

export class HttpRecipients extends Recipients {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  of(about: RecipientQuestion): Promise<Recipient> {
    return this.client.call<Recipient>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'POST',
      path: '/internal/message-recipients',
      body: about,
    });
  }
}
