import { queryOptions } from '@tanstack/react-query';
import type { Message } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';

/** The latest mails to an influencer. */
export const lastMailsQuery = (influencerId: string) =>
  queryOptions({
    queryKey: ['admin', 'last-mails', influencerId],
    queryFn: () => answerOf(api.GET('/v1/messages', { params: { query: { influencerId, limit: 25 } } })),
    // That it went, or did not, is told at once. That it waits is not.
    refetchInterval: ({ state }) => (state.data?.items.some(isOnItsWay) ? 2_000 : 30_000),
  });

const isOnItsWay = ({ kind, status }: Message) =>
  status === 'SENDING' || (status === 'QUEUED' && kind === 'authorization-request');
