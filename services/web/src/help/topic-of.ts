import type { Diagnosis } from '../api/types';
import type { HelpTopic } from './topics';

/** Where each cause of the doctor is explained at length; a new cause does not compile without its page. */
export const topicOfCause: Readonly<Record<Diagnosis['cause'], HelpTopic>> = {
  no_page: 'facebook-page',
  page_without_instagram: 'link-page',
  page_not_ticked: 'facebook-permissions',
  instagram_not_ticked: 'facebook-permissions',
  permissions_not_ticked: 'facebook-permissions',
  personal_account: 'instagram-account-type',
  expected_not_offered: 'other-account',
  placeholder_page: 'placeholder-page',
  page_in_portfolio: 'page-access',
  on_another_page: 'another-page',
  page_access_missing: 'page-access',
  no_channel: 'youtube-channel',
  consent_refused: 'consent-refused',
};

const codes: Readonly<Record<HelpTopic, readonly string[]>> = {
  'what-is-read': [],
  'authorization-link': [
    'gateway.link_unusable',
    'gateway.code_wrong',
    'gateway.code_spent',
    'gateway.proof_needed',
    'gateway.link_for_somebody_else',
    'accounts.nothing_to_authorize',
    'oauth.state_invalid',
    'oauth.other_browser',
    'oauth.setup_expired',
    'oauth.transaction_finished',
    'oauth.candidate_unknown',
    'notifications.unsubscribe_unusable',
  ],
  application: [
    'gateway.members_do_not_apply',
    'accounts.application_link_unusable',
    'accounts.application_closed',
    'accounts.application_waiting',
    'accounts.applicant_known',
  ],
  'sign-in': [
    'request.unauthenticated',
    'gateway.bad_credentials',
    'gateway.sign_in_link_unusable',
    'gateway.password_reset_unusable',
    'gateway.csrf',
  ],
  reauthenticate: ['oauth.no_authorization', 'collector.not_tracked'],
  revoke: [],
  'instagram-account-type': ['oauth.instagram_personal_account'],
  'facebook-page': ['oauth.instagram_no_page'],
  'link-page': ['oauth.instagram_page_without_account'],
  'check-link': [],
  'facebook-permissions': [
    'oauth.scopes_missing',
    'oauth.instagram_page_not_ticked',
    'oauth.instagram_account_not_ticked',
  ],
  'other-account': ['oauth.other_account', 'accounts.other_account'],
  'placeholder-page': ['oauth.instagram_placeholder_page'],
  'page-access': ['oauth.instagram_page_in_portfolio', 'oauth.instagram_page_access_missing'],
  'another-page': ['oauth.instagram_on_another_page'],
  'youtube-channel': ['oauth.youtube_no_channel'],
  'consent-refused': ['oauth.consent_refused'],
  'platform-trouble': [
    'oauth.exchange_failed',
    'oauth.platform_unavailable',
    'oauth.foreign_token',
    'oauth.refresh_in_progress',
    'ttcm.unavailable',
  ],
  'something-went-wrong': [
    'request.unavailable',
    'internal.bug',
    'request.throttled',
    'request.not_found',
    'request.invalid',
    'request.too_large',
  ],
  'add-influencers': [
    'accounts.influencer_exists',
    'accounts.instagram_not_authenticated',
    'accounts.tiktok_not_connectable',
    'accounts.already_connected',
    'accounts.group_exists',
  ],
  'ask-creators': ['accounts.request_closed'],
  attention: [],
  'outbound-email': [
    'accounts.no_outbound_email',
    'notifications.no_verified_address',
    'notifications.confirmation_unusable',
    'notifications.address_refused',
    'notifications.mail_server_down',
    'notifications.no_ses',
  ],
  marketplace: [
    'ttcm.not_tiktok',
    'ttcm.ineligible',
    'ttcm.rejected_by_tiktok',
    'ttcm.already_member',
    'ttcm.already_invited',
    'ttcm.handle_unknown',
    'ttcm.not_connected',
    'ttcm.reauth_needed',
  ],
  'applications-inbox': ['accounts.application_decided'],
  reports: ['collector.no_such_campaign', 'collector.no_such_post'],
  'no-permission': [
    'request.forbidden',
    'gateway.no_organisation',
    'accounts.not_found',
    'ttcm.not_found',
    'collector.not_found',
    'notifications.notice_not_found',
  ],
  members: ['gateway.invitation_unusable', 'gateway.already_member', 'accounts.last_owner'],
  'second-factor': [
    'request.step_up_needed',
    'gateway.second_factor_needed',
    'gateway.second_factor_setup_needed',
    'gateway.second_factor_exists',
    'gateway.no_second_factor',
    'gateway.proof_wrong',
  ],
  api: ['request.method_not_allowed', 'request.unsupported_media_type', 'gateway.key_in_query'],
  operations: ['messaging.dead_letter_resolved', 'messaging.dead_letter_waits', 'oauth.vault_failure'],
  installation: [
    'gateway.already_installed',
    'gateway.setup_token_wrong',
    'accounts.slug_taken',
    'oauth.scopes_surplus',
    'oauth.platform_not_configured',
    'ttcm.not_configured',
    'notifications.feedback_refused',
    'notifications.feedback_early',
  ],
};

/** Every error code with the topic that explains it. */
export const topicOfCode: ReadonlyMap<string, HelpTopic> = new Map(
  Object.entries(codes).flatMap(([topic, all]) => all.map((code) => [code, topic as HelpTopic] as const)),
);

export const codesOf = (topic: HelpTopic): readonly string[] => codes[topic];

/** Why an account that was offered can not be chosen. */
const reasons: Readonly<Record<string, HelpTopic>> = {
  page_without_instagram: 'link-page',
  instagram_personal: 'instagram-account-type',
  instagram_not_shared: 'facebook-permissions',
  instagram_on_another_page: 'another-page',
  page_not_shared: 'page-access',
  page_token_missing: 'page-access',
  page_role_insufficient: 'placeholder-page',
  other_account: 'other-account',
};
export const topicOfReason = (reason: string | undefined): HelpTopic => reasons[reason ?? ''] ?? 'check-link';
