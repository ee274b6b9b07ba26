import { defineError } from './app-error';

export const notificationsErrors = {
  confirmationUnusable: defineError(
    'notifications.confirmation_unusable',
    'not_found',
    'This confirmation link can not be used.',
    'Enter the address again in Settings to get a new link.',
  ),
  addressRefused: defineError(
    'notifications.address_refused',
    'invalid_input',
    'The mail server refuses this address.',
    'Check it for typing errors, or ask whoever runs its mailbox.',
  ),
  noSes: defineError(
    'notifications.no_ses',
    'conflict',
    'This installation does not send through Amazon SES.',
    'Choose SMTP, or ask the operator to set SES up (docs/mail.md).',
  ),
  suppressed: defineError(
    'notifications.suppressed',
    'conflict',
    'Amazon SES still sends nothing to this address.',
    'Ask whoever runs the AWS account to take it off its suppression list (docs/mail.md), then try again.',
  ),
  feedbackRefused: defineError(
    'notifications.feedback_refused',
    'forbidden',
    'This is no message of Amazon SNS about mails of this installation.',
    'Check that SES_TOPIC_ARNS names the topic (docs/mail.md).',
  ),
  feedbackEarly: defineError(
    'notifications.feedback_early',
    'unavailable',
    'Nothing can be said about this mail yet.',
    'Send the same again in a moment; Amazon SNS does so by itself.',
  ),
  noVerifiedAddress: defineError(
    'notifications.no_verified_address',
    'conflict',
    'The organisation has no verified outbound address.',
    'Set one up under Settings → Company → Outbound email, and press the link in its confirmation mail.',
  ),
  unsubscribeUnusable: defineError(
    'notifications.unsubscribe_unusable',
    'not_found',
    'This address stops no mails.',
    'Open it from the mail itself, whole; or answer the mail and say that you want no more.',
  ),
  noticeNotFound: defineError(
    'notifications.notice_not_found',
    'not_found',
    'There is no such notice.',
    'Read the list of notices again; after 90 days they go.',
  ),
  mailServerDown: defineError(
    'notifications.mail_server_down',
    'unavailable',
    'The mail server does not answer.',
    'Nothing was lost; the mail is sent as soon as it answers.',
  ),
};
