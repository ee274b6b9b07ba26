import { InternalClient } from '@creator-connect/security';
import { MailedLinks, type MailedLink } from './mailed-links';

export class HttpMailedLinks extends MailedLinks {
  constructor(
    private readonly client: InternalClient,
    private readonly baseUrl: string,
  ) {
    super();
  }

  async of(organisationId: string, messageIds: string[]): Promise<Map<string, MailedLink>> {
    if (messageIds.length === 0) return new Map();
    const { items } = await this.client.call<{ items: MailedLink[] }>({
      baseUrl: this.baseUrl,
      audience: 'accounts',
      method: 'POST',
      path: '/internal/mailed-links',
      body: { organisationId, messageIds },
      repeatable: true,
    });
    return new Map(items.map((link) => [link.messageId, link]));
  }
}
