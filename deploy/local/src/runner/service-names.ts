/** The services with a database schema and an identity of their own; the sandbox is not one of them. */
export const serviceNames = ['accounts', 'oauth', 'ttcm', 'collector', 'notifications', 'gateway'] as const;

export type ServiceName = (typeof serviceNames)[number];
