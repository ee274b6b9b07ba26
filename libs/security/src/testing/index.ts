export { accountDataOf, ownDataOf } from './own-data';
import { createHmac, generateKeyPairSync } from 'node:crypto';
import { IdentityIssuer } from '../identity/identity-issuer';
import { IdentityVerifier } from '../identity/identity-verifier';

/** What Meta sends: for tests that play the platform. */
export function signMetaRequest(payload: object, secret: string): string {
  const encoded = Buffer.from(JSON.stringify(payload)).toString('base64url');
  return `${createHmac('sha256', secret).update(encoded).digest('base64url')}.${encoded}`;
}

/** What Meta sends with a change notice. */
export function signHubBody(body: string | Buffer, secret: string): string {
  return `sha256=${createHmac('sha256', secret).update(body).digest('hex')}`;
}

/** What TikTok sends: for tests that play the platform. */
export function signTikTokBody(body: string | Buffer, secret: string, time = Math.floor(Date.now() / 1000)): string {
  const signature = createHmac('sha256', secret).update(`${time}.`).update(body).digest('hex');
  return `t=${time},s=${signature}`;
}

/** Issuers and a verifier that trust each other, with keys of this moment. */
export function identityKit(service: string, issuers: readonly string[] = ['gateway']) {
  const pairs = issuers.map((name) => [name, generateKeyPairSync('ed25519')] as const);
  return {
    verifier: new IdentityVerifier(service, new Map(pairs.map(([name, { publicKey }]) => [name, publicKey]))),
    issuer: (name: string) => {
      const pair = pairs.find(([candidate]) => candidate === name)?.[1];
      if (!pair) throw new Error(`No key was made for ${name}`);
      return new IdentityIssuer(name, pair.privateKey);
    },
  };
}
export { answerKeys, answerKeysOf, membersOf } from './answer-keys';
export type { OpenApi } from './schema-keys';
export { accessTable, addressOf, documentedAccess, isRefusal, observedAccess, type Knocked } from './access-table';
export { EventSender } from './event-sender';
export { proven, TestIdentities, type TestOrganisation } from './test-identities';
