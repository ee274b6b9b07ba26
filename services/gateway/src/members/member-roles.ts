import type { MemberRole } from '../sessions/domain/session';

export const memberRoles: readonly MemberRole[] = ['owner', 'admin', 'viewer'];
