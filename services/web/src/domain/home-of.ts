import type { Session } from '../api/types';

const homes = { member: '/admin', influencer: '/dashboard', link: '/connect', applicant: '/apply' } as const;

/** Where somebody's own pages begin. */
export const homeOf = (session: Session | undefined) => (session ? homes[session.kind] : '/');
