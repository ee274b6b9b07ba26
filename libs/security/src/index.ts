export { csvOf, type CsvRow } from './csv/csv';
export { InternalClient, type InternalRequest } from './http/internal-client';
export {
  CurrentIdentity,
  PublicRoute,
  RequirePermission,
  ServiceRoute,
  type Access,
  type WithIdentity,
} from './identity/access.decorators';
export { assertRoutesDeclared, UndeclaredRoutes } from './identity/assert-routes-declared';
export { declaredRoutes, type DeclaredRoute } from './identity/declared-routes';
export { identityHeader, type Identity, type IdentityKind, type Role } from './identity/identity';
export { IdentityGuard } from './identity/identity.guard';
export { IdentityIssuer } from './identity/identity-issuer';
export { IdentityModule, type IdentityOptions } from './identity/identity.module';
export { IdentityVerifier } from './identity/identity-verifier';
export { operatorsOnly } from './identity/operators-only';
export { assertStepUp, stepUpSeconds } from './identity/step-up';
export { allows, permissions, type Permission } from './identity/permissions';
export { Secret } from './secrets/secret';
export { lookupHash, randomToken, sha256, timingSafeEqualText } from './secrets/tokens';
export { Envelope, type SealContext } from './vault/envelope';
export { KeyRingEditor, KeyRingFile } from './vault/key-ring-file';
export { KeyRingError, readKeyFile } from './vault/key-file';
export { KeyRing } from './vault/key-ring';
export { openText, SealBroken, sealText } from './vault/sealing';
export { verifyHubSignature } from './webhooks/hub-signature';
export { verifyMetaSignedRequest, type MetaSignedRequest } from './webhooks/meta-signed-request';
export { KeysUnavailable, PublishedKeys } from './webhooks/published-keys';
export {
  SecurityEventRefused,
  verifySecurityEvent,
  type SecurityEventToken,
  type SetErrorCode,
} from './webhooks/security-event-token';
export { CertificateUnavailable, SnsMessages, type SnsMessage } from './webhooks/sns-message';
export { verifyTikTokSignature } from './webhooks/tiktok-signature';
