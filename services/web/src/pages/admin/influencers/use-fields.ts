import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client';

export const fieldsQuery = {
  queryKey: ['admin', 'fields'],
  queryFn: () => answerOf(api.GET('/v1/organisations/current/influencer-fields')),
};

/** What the organisation asks about every influencer. */
export const useFields = () => useQuery(fieldsQuery).data?.items ?? [];
