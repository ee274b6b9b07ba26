import { useQuery } from '@tanstack/react-query';
import type { InfluencerField } from '../../../api/types';
import { api } from '../../../api/client';

export const fieldsQuery = {
  queryKey: ['admin', 'fields'],
  queryFn: () => api.get<{ items: InfluencerField[] }>('/v1/organisations/current/influencer-fields'),
};

/** What the organisation asks about every influencer. */
export const useFields = () => useQuery(fieldsQuery).data?.items ?? [];
