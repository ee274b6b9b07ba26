import { defineError } from './app-error';

export const accountsErrors = {
  notFound: defineError(
    'accounts.not_found',
    'not_found',
    'There is no such thing in your organisation.',
    'Check the address or go back to the list.',
  ),
  influencerExists: defineError(
    'accounts.influencer_exists',
    'conflict',
    'Somebody with this e-mail address is in the roster already.',
    'Open the existing profile instead of adding a second one.',
  ),
  instagramNotAuthenticated: defineError(
    'accounts.instagram_not_authenticated',
    'conflict',
    'An influencer can not be added with an Instagram account that is not authenticated.',
    'Add them with the required fields and the e-mail address, without the Instagram account. They connect it with "Add Account" in their dashboard.',
  ),
  tiktokNotConnectable: defineError(
    'accounts.tiktok_not_connectable',
    'conflict',
    'An admin can not connect a TikTok account that is neither authenticated nor in the Creator Marketplace.',
    'Add the influencer without it. Then let them authenticate it, or send "sendInvite" with the id of the influencer: the account is added as soon as it is in the Creator Marketplace.',
  ),
  alreadyConnected: defineError(
    'accounts.already_connected',
    'conflict',
    'This account belongs to another influencer of the organisation.',
    'Open that influencer, or merge the two.',
  ),
  otherAccount: defineError(
    'accounts.other_account',
    'conflict',
    'Another account than the expected one came back.',
    'Sign in to the expected account at the platform and try again.',
  ),
  nothingToAuthorize: defineError(
    'accounts.nothing_to_authorize',
    'conflict',
    'Every account asked for is authenticated already.',
    'There is nothing to do.',
  ),
  groupExists: defineError(
    'accounts.group_exists',
    'conflict',
    'There is a group of this name already.',
    'Choose another name, or use that group.',
  ),
  lastOwner: defineError(
    'accounts.last_owner',
    'conflict',
    'An organisation needs at least one owner.',
    'Make somebody else an owner first.',
  ),
  requestClosed: defineError(
    'accounts.request_closed',
    'conflict',
    'This authorization request was finished, withdrawn or expired.',
    'Make a new request.',
  ),
  noOutboundEmail: defineError(
    'accounts.no_outbound_email',
    'conflict',
    'Your organisation has no verified outbound e-mail address.',
    'Set one up under Settings → Company → Outbound email, or copy the link and send it yourself.',
  ),
  applicationLinkUnusable: defineError(
    'accounts.application_link_unusable',
    'not_found',
    'This application link is closed or was replaced.',
    'Ask whoever gave it to you for the current one.',
  ),
  applicationClosed: defineError(
    'accounts.application_closed',
    'conflict',
    'This application was submitted or decided and can not be changed any more.',
    'The answer comes by mail.',
  ),
  applicationDecided: defineError(
    'accounts.application_decided',
    'conflict',
    'This application was decided already.',
    'Reload the list to see how.',
  ),
  applicationWaiting: defineError(
    'accounts.application_waiting',
    'conflict',
    'An application with this e-mail address waits for an answer already.',
    'The answer comes by mail. Withdraw this second application.',
  ),
  applicantKnown: defineError(
    'accounts.applicant_known',
    'conflict',
    'The organisation works with you already, so there is nothing to apply for.',
    'Sign in to your dashboard and add your accounts there.',
  ),
  slugTaken: defineError('accounts.slug_taken', 'conflict', 'This short name is taken.', 'Choose another one.'),
};
