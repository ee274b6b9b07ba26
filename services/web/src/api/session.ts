import { useQuery } from '@tanstack/react-query';
import { answerOf, api } from './client';
import { ProblemError } from './problem';

/** Who is signed in; the answer also brings the token that changes need, so every page that changes something asks. */
export const sessionQuery = { queryKey: ['session'], queryFn: () => answerOf(api.GET('/v1/sessions/current')) };

export const useSession = () => useQuery(sessionQuery);

/** What another part of the page has learned already; asks nobody. */
export const useKnownSession = () => useQuery({ ...sessionQuery, enabled: false }).data;

export const isSignedOut = (error: unknown) => error instanceof ProblemError && error.status === 401;
