import { answerOf, api } from '../../api/client';

/** For whom and what for data is held. */
export const ownDataQuery = { queryKey: ['own-data'], queryFn: () => answerOf(api.GET('/v1/own-data')) };
