import type { Session } from '../api/types';

const places = { influencer: '/dashboard', applicant: '/apply', link: '/connect', member: '/connect' } as const;
export type Onward = (typeof places)[Session['kind']];

/** Where somebody goes on who has connected an account. */
export const onwardOf = (session: Session | undefined): Onward => places[session?.kind ?? 'link'];
