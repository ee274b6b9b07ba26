import { Module, type DynamicModule } from '@nestjs/common';
import { topics } from '@creator-connect/contracts';
import { MessagingModule, messagingConnection } from '@creator-connect/messaging';
import { ownDataController, PersistenceModule } from '@creator-connect/persistence';
import { IdentityModule, InternalClient, operatorsOnly, ServiceRoute } from '@creator-connect/security';
import { AddresseesController } from './addressees/addressees.controller';
import { EraseInfluencer } from './addressees/erase-influencer/erase-influencer.consumer';
import { LiftComplaintHandler } from './addressees/lift-complaint/lift-complaint.handler';
import { ForgetInfluencer } from './addressees/erase-influencer/forget-influencer';
import { FollowMerges } from './addressees/merge-influencers/follow-merges.consumer';
import { AddresseeRepository } from './addressees/persistence/addressee.repository';
import { OneClickBodies } from './addressees/stop-reminders/one-click-bodies';
import { StopRemindersController } from './addressees/stop-reminders/stop-reminders.controller';
import { StopRemindersHandler } from './addressees/stop-reminders/stop-reminders.handler';
import { DigestSettingController } from './digests/digest-setting/digest-setting.controller';
import { DigestRepository } from './digests/persistence/digest.repository';
import { SendDigestController } from './digests/send-digest/send-digest.controller';
import { SendDigestHandler } from './digests/send-digest/send-digest.handler';
import { StopDigestController } from './digests/stop-digest/stop-digest.controller';
import { StopDigestHandler } from './digests/stop-digest/stop-digest.handler';
import { FeedbackController } from './feedback/feedback.controller';
import { Sns } from './feedback/sns';
import { TakeFeedbackHandler } from './feedback/take-feedback.handler';
import { FollowAccountState } from './incidents/follow-account-state.consumer';
import { FollowKnownEnd } from './incidents/follow-known-end.consumer';
import { IncidentRepository } from './incidents/persistence/incident.repository';
import { MailTransport } from './mail/mail';
import { OutboundWays } from './mail/outbound-ways';
import { sesWay } from './mail/ses/ses-way';
import { SmtpTransport } from './mail/smtp.transport';
import { ComposeMail } from './messages/compose-mail';
import { MessagesController } from './messages/messages.controller';
import { MessageRepository } from './messages/persistence/message.repository';
import { PreviewRequestController } from './messages/preview-request/preview-request.controller';
import { PreviewRequestHandler } from './messages/preview-request/preview-request.handler';
import { QueueApplicationMails } from './messages/queue-application-mails/queue-application-mails.consumer';
import { QueueMails } from './messages/queue-mails/queue-mails.consumer';
import { TellOfPauses } from './messages/tell-of-pauses/tell-of-pauses.consumer';
import { InviteReminderRepository } from './messages/remind-of-invites/persistence/invite-reminder.repository';
import { RemindOfInvites } from './messages/remind-of-invites/remind-of-invites.consumer';
import { NoteDelivery } from './messages/send-due/note-delivery';
import { PostOffice } from './messages/send-due/post-office';
import { SendDueMessageHandler } from './messages/send-due/send-due-message.handler';
import { SendDueMessages } from './messages/send-due/send-due-messages';
import { SendNowHandler } from './messages/send-now/send-now.handler';
import { ForgetDeliveries } from './messages/send-now/forget-deliveries';
import { SystemDeliveries } from './messages/send-now/system-deliveries';
import { SystemMessagesController } from './messages/send-now/system-messages.controller';
import { migrations } from './migrations';
import { AccessReportNoticesController } from './notices/access-report/access-report-notices.controller';
import { ListNoticesHandler } from './notices/list-notices/list-notices.handler';
import { NoticeSettingsController } from './notices/notice-settings/notice-settings.controller';
import { NoticesController } from './notices/notices.controller';
import { NoticeRepository } from './notices/persistence/notice.repository';
import { NoticeSettingRepository } from './notices/persistence/notice-setting.repository';
import { PostNotice } from './notices/post-notice';
import { TellMembers } from './notices/tell-members.consumer';
import type { NotificationsConfig } from './notifications.config';
import { NotificationsSettings } from './notifications-settings';
import { OutboundEmailController } from './outbound-email/outbound-email.controller';
import { AddressMails } from './outbound-email/address-mails';
import { CheckIdentities } from './outbound-email/check-identities/check-identities';
import { CheckIdentity } from './outbound-email/check-identities/check-identity';
import { OutboundEmailHandler } from './outbound-email/outbound-email.handler';
import { OutboundEmailRepository } from './outbound-email/persistence/outbound-email.repository';
import { SendTestHandler } from './outbound-email/send-test/send-test.handler';
import { VerifyAddress } from './outbound-email/verify-address';
import { accountDataSets, ownDataSets } from './own-data/own-data-sets';
import { HttpMailedLinks } from './peers/http-mailed-links';
import { HttpNames } from './peers/http-names';
import { HttpOrganisations } from './peers/http-organisations';
import { HttpRecipients } from './peers/http-recipients';
import { MailedLinks } from './peers/mailed-links';
import { PeopleNames } from './peers/names';
import { Organisations } from './peers/organisations';
import { Recipients } from './peers/recipients';
import { StopTokens } from './stop-tokens/stop-tokens';

@Module({})
export class AppModule {
  static with(config: NotificationsConfig): DynamicModule {
    return {
      module: AppModule,
      imports: [
        PersistenceModule.forRoot({
          url: config.DATABASE_URL,
          routerUrl: config.DATABASE_ROUTER_URL,
          schema: 'notifications',
          migrations,
        }),
        MessagingModule.forRoot({
          service: 'notifications',
          group: 'notifications.account-mail',
          connection: messagingConnection(config),
          publishes: [topics.message, topics.erasure],
          deadLetterAccess: operatorsOnly,
        }),
        IdentityModule.forRoot({
          service: 'notifications',
          privateKeyFile: config.IDENTITY_PRIVATE_KEY_FILE,
          publicKeysFile: config.IDENTITY_PUBLIC_KEYS_FILE,
        }),
      ],
      controllers: [
        MessagesController,
        PreviewRequestController,
        SystemMessagesController,
        OutboundEmailController,
        AddresseesController,
        EraseInfluencer,
        FollowMerges,
        StopRemindersController,
        StopDigestController,
        DigestSettingController,
        SendDigestController,
        FollowAccountState,
        FollowKnownEnd,
        QueueMails,
        TellOfPauses,
        QueueApplicationMails,
        RemindOfInvites,
        NoticesController,
        NoticeSettingsController,
        AccessReportNoticesController,
        TellMembers,
        FeedbackController,
        ownDataController(ServiceRoute('accounts'), ownDataSets, accountDataSets),
      ],
      providers: [
        ForgetInfluencer,
        AddresseeRepository,
        StopTokens,
        StopRemindersHandler,
        LiftComplaintHandler,
        OneClickBodies,
        IncidentRepository,
        MessageRepository,
        InviteReminderRepository,
        OutboundEmailRepository,
        OutboundEmailHandler,
        VerifyAddress,
        CheckIdentity,
        CheckIdentities,
        TakeFeedbackHandler,
        AddressMails,
        SendTestHandler,
        ComposeMail,
        PreviewRequestHandler,
        PostOffice,
        NoteDelivery,
        NoticeRepository,
        NoticeSettingRepository,
        PostNotice,
        ListNoticesHandler,
        SendDueMessageHandler,
        SendDueMessages,
        SendNowHandler,
        SystemDeliveries,
        ForgetDeliveries,
        DigestRepository,
        SendDigestHandler,
        StopDigestHandler,
        {
          provide: NotificationsSettings,
          useValue: new NotificationsSettings(config.PUBLIC_URL, config.SYSTEM_SENDER, config.SES_POLL_SECONDS),
        },
        { provide: MailTransport, useFactory: () => new SmtpTransport(config.SMTP_URL) },
        {
          provide: OutboundWays,
          inject: [MailTransport],
          useFactory: (smtp: MailTransport) => new OutboundWays(smtp, sesWay(config)),
        },
        { provide: Sns, useFactory: () => new Sns(config.SES_TOPIC_ARNS ?? []) },
        {
          provide: Organisations,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new HttpOrganisations(client, config.ACCOUNTS_URL),
        },
        {
          provide: PeopleNames,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new HttpNames(client, config.ACCOUNTS_URL),
        },
        {
          provide: MailedLinks,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new HttpMailedLinks(client, config.ACCOUNTS_URL),
        },
        {
          provide: Recipients,
          inject: [InternalClient],
          useFactory: (client: InternalClient) => new HttpRecipients(client, config.ACCOUNTS_URL),
        },
      ],
    };
  }
}
