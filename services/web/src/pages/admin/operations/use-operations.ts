import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client';

const everyMs = 5_000;

/** Numbers that no event announces: read again and again while somebody looks. */
export const useOperations = (enabled: boolean) =>
  useQuery({
    queryKey: ['operations', 'overview'],
    queryFn: () => answerOf(api.GET('/v1/operations')),
    refetchInterval: everyMs,
    enabled,
  });
