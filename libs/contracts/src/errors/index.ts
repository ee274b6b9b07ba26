import { accountsErrors } from './accounts.errors';
import type { ErrorDefinition } from './app-error';
import { collectorErrors } from './collector.errors';
import { gatewayErrors } from './gateway.errors';
import { messagingErrors } from './messaging.errors';
import { notificationsErrors } from './notifications.errors';
import { oauthErrors } from './oauth.errors';
import { requestErrors } from './request.errors';
import { ttcmErrors } from './ttcm.errors';

export * from './app-error';
export * from './field-faults';
export {
  accountsErrors,
  collectorErrors,
  gatewayErrors,
  messagingErrors,
  notificationsErrors,
  oauthErrors,
  requestErrors,
  ttcmErrors,
};

/** Every error a client can meet, in the order of docs/errors.md. */
export const errorCatalogue: readonly ErrorDefinition[] = [
  requestErrors,
  gatewayErrors,
  accountsErrors,
  oauthErrors,
  ttcmErrors,
  collectorErrors,
  notificationsErrors,
  messagingErrors,
].flatMap((group) => Object.values(group));
