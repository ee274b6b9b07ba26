import { defineError } from './app-error';

export const ttcmErrors = {
  notTikTok: defineError(
    'ttcm.not_tiktok',
    'invalid_input',
    'Only TikTok accounts can be invited to the Creator Marketplace.',
    'Choose a TikTok account.',
  ),
  ineligible: defineError(
    'ttcm.ineligible',
    'conflict',
    'This account does not meet the rules of the TikTok Creator Marketplace.',
    'Invite it again once it meets the rules that are named here.',
  ),
  rejected: defineError(
    'ttcm.rejected_by_tiktok',
    'conflict',
    'TikTok rejected the invitation.',
    'The reasons that TikTok names stand here. Its decision is final until the account changes.',
  ),
  alreadyMember: defineError(
    'ttcm.already_member',
    'conflict',
    'This account is in the Creator Marketplace already.',
    'Nothing to do: it is tracked as Marketplace.',
  ),
  alreadyInvited: defineError(
    'ttcm.already_invited',
    'conflict',
    'This account was invited already.',
    'The creator joins through TikTok → System Notifications → View More → Join.',
  ),
  handleUnknown: defineError(
    'ttcm.handle_unknown',
    'conflict',
    'TikTok does not know this handle.',
    'Check the handle for typing errors.',
  ),
  handleNotTold: defineError(
    'ttcm.handle_not_told',
    'conflict',
    'TikTok told the display name of this account and not its handle, so the marketplace can not find it.',
    'Ask the creator for the account again: with “Read access to your additional profile information” ticked TikTok tells the handle.',
  ),
  notConfigured: defineError(
    'ttcm.not_configured',
    'unavailable',
    'This installation has no app at the Creator Marketplace.',
    'Ask the operator to configure it (docs/platforms/ttcm.md).',
  ),
  notConnected: defineError(
    'ttcm.not_connected',
    'conflict',
    'The Creator Marketplace account of your organisation is not connected.',
    'An owner connects it in Settings → Marketplace.',
  ),
  reauthNeeded: defineError(
    'ttcm.reauth_needed',
    'conflict',
    'TikTok no longer accepts the authorization of your Creator Marketplace account.',
    'An owner connects it again in Settings → Marketplace, with every permission ticked.',
  ),
  unavailable: defineError(
    'ttcm.unavailable',
    'unavailable',
    'The Creator Marketplace does not answer right now.',
    'Nothing was sent. Try again in a few minutes.',
  ),
  notAMember: defineError(
    'ttcm.not_a_member',
    'conflict',
    'TikTok lists this account in the Creator Marketplace no longer.',
    'Ask the creator to authenticate the account, or invite it to the marketplace again.',
  ),
  regionNotSupported: defineError(
    'ttcm.region_not_supported',
    'conflict',
    'The marketplace shows no figures of creators outside of its countries.',
    'Ask the creator to authenticate the account.',
  ),
  figuresNotPermitted: defineError(
    'ttcm.figures_not_permitted',
    'conflict',
    'Your Creator Marketplace account was connected without the permission to read creators’ figures.',
    'An owner connects it again in Settings → Marketplace, with every permission ticked.',
  ),
  notFound: defineError(
    'ttcm.not_found',
    'not_found',
    'There is no such invitation in your organisation.',
    'Go back to the list.',
  ),
};
