import type { Identity, Role } from './identity';

/** Everything that can be allowed. A route names exactly one. */
export const permissions = [
  'session:read',
  'organisation:read',
  'organisation:write',
  'members:read',
  'members:write',
  'influencers:read',
  'influencers:write',
  'accounts:read',
  'accounts:write',
  'links:write',
  'campaigns:read',
  'campaigns:write',
  'ttcm:write',
  'posts:read',
  'connect:start',
  'application:write',
  'own-data:read',
  'own-data:write',
  'authorization:read',
  'authorization:verify',
  'authorization:revoke',
  'settings:read',
  'settings:write',
  'api-keys:write',
  'access-report:read',
  'operations:read',
  'operations:write',
  'events:read',
] as const;
export type Permission = (typeof permissions)[number];

const viewer: Permission[] = [
  'session:read',
  'organisation:read',
  'members:read',
  'influencers:read',
  'accounts:read',
  'campaigns:read',
  'posts:read',
  'authorization:read',
  'settings:read',
  'events:read',
];
const admin: Permission[] = [
  ...viewer,
  'influencers:write',
  'accounts:write',
  'links:write',
  'campaigns:write',
  'ttcm:write',
  'authorization:verify',
  'settings:write',
];
const roles: Record<Role, ReadonlySet<Permission>> = {
  viewer: new Set(viewer),
  admin: new Set(admin),
  owner: new Set<Permission>([...admin, 'organisation:write', 'members:write', 'api-keys:write', 'access-report:read']),
};

/** An influencer acts on what is theirs; the service that owns a thing checks whose it is. */
const influencer = new Set<Permission>([
  'session:read',
  'accounts:read',
  'posts:read',
  'connect:start',
  'authorization:read',
  'authorization:verify',
  'authorization:revoke',
  'own-data:read',
  'own-data:write',
  'events:read',
]);
/** A link starts a conversation: it may look and, once proven, connect. */
const link = new Set<Permission>(['session:read', 'accounts:read', 'connect:start', 'authorization:read']);
/** Somebody who fills in an application sees that, and connects accounts to it. */
const applicant = new Set<Permission>(['session:read', 'connect:start', 'application:write']);

/** Whoever runs the installation keeps it going, and sees nothing of any organisation's. */
const operator = new Set<Permission>(['operations:read', 'operations:write']);

/** Whether somebody may do something at all. Services have no permissions: they have routes of their own. */
export function allows(identity: Identity, permission: Permission): boolean {
  switch (identity.kind) {
    case 'member':
      return identity.role !== undefined && roles[identity.role].has(permission);
    case 'influencer':
      return influencer.has(permission);
    case 'link':
      return link.has(permission);
    case 'applicant':
      return applicant.has(permission);
    case 'operator':
      return operator.has(permission);
    case 'api_key':
      // A key can do at most what an admin can, whatever stands in its scopes.
      return identity.scopes?.includes(permission) === true && roles.admin.has(permission);
    case 'service':
      return false;
  }
}
