import { Injectable } from '@nestjs/common';
import { UnitOfWork } from '@creator-connect/persistence';
import { OutboundWays } from '../../mail/outbound-ways';
import { renderMail } from '../../mail/render';
import { dayIn } from '../../mail/templates/moment';
import { languageOf } from '../../mail/templates/language';
import { platformNames } from '../../mail/templates/platform-names';
import { systemMailContent } from '../../mail/templates/system-mail';
import { SystemDeliveries } from '../../messages/send-now/system-deliveries';
import { NotificationsSettings } from '../../notifications-settings';
import { OutboundEmailRepository } from '../../outbound-email/persistence/outbound-email.repository';
import { Organisations } from '../../peers/organisations';
import { StopTokens } from '../../stop-tokens/stop-tokens';
import { isDigestDay } from '../domain/frequency';
import { DigestRepository } from '../persistence/digest.repository';
import type { SendDigestRequest } from './send-digest.dto';

/**
 * Mails a member which accounts need their owner, from the organisation's own address (product.md 7): if it is their day,
 * if there is such an account, and if there is such an address. Otherwise nobody hears of anything.
 */
@Injectable()
export class SendDigestHandler {
  constructor(
    private readonly unitOfWork: UnitOfWork,
    private readonly digests: DigestRepository,
    private readonly identities: OutboundEmailRepository,
    private readonly organisations: Organisations,
    private readonly deliveries: SystemDeliveries,
    private readonly ways: OutboundWays,
    private readonly tokens: StopTokens,
    private readonly settings: NotificationsSettings,
  ) {}

  async handle({ organisationId, userId, role, to, locales, timeZone, day }: SendDigestRequest): Promise<void> {
    const [frequency, identity] = await this.unitOfWork.tenant(organisationId, async (tx) => [
      await this.digests.frequency(tx, userId, role),
      await this.identities.find(tx),
    ]);
    const address = identity?.verifiedAddress;
    if (!identity || !address || !isDigestDay(frequency, day)) return;
    const attention = await this.organisations.attentionOf(organisationId);
    if (attention.reauth + attention.nonAuth === 0) return;
    const { name, locale } = await this.organisations.of(organisationId);
    const language = languageOf(...locales, locale);
    const accounts = attention.accounts.map((account) => ({
      ...account,
      platform: platformNames[account.platform],
      since: dayIn(language, timeZone, new Date(account.since)),
    }));
    const { publicUrl } = this.settings;
    const url = `${publicUrl}/admin/influencers?authState=ATTENTION`;
    const mail = { kind: 'digest', ...attention, accounts, organisationName: name, url } as const;
    const content = systemMailContent(mail, language);
    const rendered = await renderMail(content);
    const key = `digest-${organisationId}-${userId}-${day}`;
    await this.deliveries.once(key, 'digest', {
      send: async (messageId) => {
        const token = await this.unitOfWork.tenant(organisationId, (tx) =>
          this.tokens.mint(tx, 'digests', organisationId, userId),
        );
        return this.ways.transport(identity.via).send({
          ...rendered,
          messageId,
          from: { name, address },
          replyTo: address,
          to,
          locale: content.locale,
          unsubscribeUrl: `${publicUrl}/unsubscribe/digest/${token}`,
        });
      },
      noteSent: async ({ providerId }) => {
        if (!providerId) return;
        await this.unitOfWork.tenant(organisationId, (tx) => this.digests.sent(tx, organisationId, userId, providerId));
      },
    });
  }
}
