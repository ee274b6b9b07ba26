import { answerOf, api } from '../../api/client';

/** Who works in the organisation. Somebody may join while one looks. */
export const membersQuery = { queryKey: ['admin', 'members'], queryFn: () => answerOf(api.GET('/v1/members')) };
