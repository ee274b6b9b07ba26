import { defineError } from './app-error';

export const collectorErrors = {
  noSuchCampaign: defineError(
    'collector.no_such_campaign',
    'not_found',
    'There is no such campaign in your organisation.',
    'Go back to the list of campaigns.',
  ),
  noSuchPost: defineError(
    'collector.no_such_post',
    'not_found',
    'No such post of an influencer of this campaign was collected.',
    'Open the campaign’s report and choose a post there. New posts appear after the next collection.',
  ),
  notTracked: defineError(
    'collector.not_tracked',
    'conflict',
    'This account is not tracked now.',
    'It resumes by itself as soon as the influencer authenticates it.',
  ),
  noPublicSource: defineError(
    'collector.no_public_source',
    'unavailable',
    'This installation has no key for what a platform shows everybody.',
    'Ask the operator to set one up (docs/platforms/google.md), or let the influencer authenticate the account.',
  ),
  vendorDataOfMember: defineError(
    'collector.vendor_data_of_member',
    'conflict',
    'Vendor data about an account in the TikTok Creator Marketplace is not kept.',
    'Leave these rows out: TikTok’s own figures take their place.',
  ),
  notFound: defineError(
    'collector.not_found',
    'not_found',
    'There is no such account in your organisation.',
    'Go back to the list.',
  ),
};
