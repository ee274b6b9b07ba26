import { defineError } from './app-error';

export const collectorErrors = {
  notTracked: defineError(
    'collector.not_tracked',
    'conflict',
    'This account is not tracked now.',
    'It resumes by itself as soon as the influencer authenticates it.',
  ),
  notFound: defineError(
    'collector.not_found',
    'not_found',
    'There is no such account in your organisation.',
    'Go back to the list.',
  ),
};
