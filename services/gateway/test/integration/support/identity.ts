import { IdentityVerifier, type Identity } from '@creator-connect/security';
import type { ServiceName } from '../../../src/routing/routing-table';
import type { SeenRequest } from './fake-services';
import type { GatewayFixture } from './gateway-fixture';

/** The identity a service got, checked as that service would check it. */
export async function decodeIdentity(
  gateway: GatewayFixture,
  service: ServiceName,
  request: SeenRequest,
): Promise<Identity> {
  const verifier = IdentityVerifier.fromKeysFile(service, gateway.publicKeysFile);
  return verifier.verify(String(request.headers['x-connect-identity']));
}
