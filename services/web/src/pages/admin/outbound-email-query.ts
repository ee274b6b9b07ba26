import { answerOf, api } from '../../api/client';

/** The address that the organisation sends from, and whether it may. */
export const outboundEmailQuery = {
  queryKey: ['admin', 'outbound-email'],
  queryFn: () => answerOf(api.GET('/v1/outbound-email')),
};
