import { answerOf, api } from '../../api/client';

/** The application that this browser works on. */
export const applicationQuery = {
  queryKey: ['application'],
  queryFn: () => answerOf(api.GET('/v1/applications/current')),
};
