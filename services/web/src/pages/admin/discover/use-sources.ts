import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from '../../../api/client';

/** Which platforms can be searched now. */
export const useSources = () =>
  useQuery({
    queryKey: ['admin', 'discovery-sources'],
    queryFn: () => answerOf(api.GET('/v1/discovery/sources')),
  });
