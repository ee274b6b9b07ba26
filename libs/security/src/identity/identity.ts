import { z } from 'zod';

/** Header that carries who asks, between our own services. */
export const identityHeader = 'x-connect-identity';
export const identityType = 'connect-identity+jwt';
/** The only service that may assert who a person or API key is. */
export const peopleIssuer = 'gateway';

const claims = {
  sub: z.string().min(1).max(100),
  /** Organisation. */
  org: z.uuid().optional(),
  /** The influencer a session or link stands for; of an applicant the one they may become. */
  influencer: z.uuid().optional(),
  /** Authorization request of a link session. */
  request: z.uuid().optional(),
  /** Whether the holder of a link proved to be the invited person. */
  proven: z.boolean().optional(),
  /** When the person last proved who they are, in seconds since 1970 (OpenID Connect Core §2). Step-up looks at it. */
  auth_time: z.number().int().optional(),
  /** The session, for what must end with it. */
  sid: z.string().max(100).optional(),
  /** Permissions of an API key. */
  scopes: z.array(z.string().max(60)).max(50).optional(),
};

/** Who asks. Made by the gateway for people and API keys; a service asserts only itself. */
export const identitySchema = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('member'), role: z.enum(['owner', 'admin', 'viewer']), ...claims }),
  z.object({
    kind: z.enum(['influencer', 'link', 'applicant', 'operator', 'api_key', 'service']),
    role: z.undefined().optional(),
    ...claims,
  }),
]);

export type Role = 'owner' | 'admin' | 'viewer';
export type IdentityKind = 'member' | 'influencer' | 'link' | 'applicant' | 'operator' | 'api_key' | 'service';

export interface Identity {
  kind: IdentityKind;
  sub: string;
  org?: string | undefined;
  role?: Role | undefined;
  influencer?: string | undefined;
  request?: string | undefined;
  proven?: boolean | undefined;
  auth_time?: number | undefined;
  sid?: string | undefined;
  scopes?: string[] | undefined;
}
