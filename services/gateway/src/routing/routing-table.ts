export const services = ['accounts', 'oauth', 'ttcm', 'collector', 'notifications'] as const;
export type ServiceName = (typeof services)[number];
export type Method = 'GET' | 'HEAD' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';

/**
 * - `caller`: a live session or an API key
 * - `session`: a live session
 * - `anyone`: also nobody; who the caller is travels along if known
 * - `machine`: not asked who it is; the owner judges by a signature or a token in the path
 */
export type Access = 'caller' | 'session' | 'anyone' | 'machine';

export interface Route {
  /** `:name` stands for one segment, a closing `/*` for nothing or anything beneath. */
  pattern: string;
  methods: readonly Method[];
  to: ServiceName | 'gateway' | 'web';
  access: Access;
  /**
   * What the CSRF token of a state-changing request must be bound to (edge/csrf.ts): the session if there is one; `link`:
   * else the opened link; `nothing`: sign-in and the like, whose page has nothing yet that a token could be bound to.
   */
  token?: 'link' | 'nothing';
  /** Cookies of the owner's that travel along; ours never do. */
  cookies?: readonly string[];
  /** Goes on until its reader leaves, and is at work seldom: it takes no turn of its organisation. */
  endless?: true;
}

const read = ['GET', 'HEAD'] as const;
const all = ['GET', 'HEAD', 'POST', 'PUT', 'PATCH', 'DELETE'] as const;
const oauthCookies = ['__Host-oauth-'];
const ttcmCookies = ['__Host-ttcm-'];

/** Every address the installation answers, first match first. What is not here does not exist. */
export const routingTable: readonly Route[] = [
  // The gateway's own
  { pattern: '/v1/installation', methods: ['POST'], to: 'gateway', access: 'anyone', token: 'nothing' },
  { pattern: '/v1/sessions', methods: ['POST'], to: 'gateway', access: 'anyone', token: 'nothing' },
  { pattern: '/v1/sessions/sign-in-link', methods: ['POST'], to: 'gateway', access: 'anyone', token: 'nothing' },
  { pattern: '/v1/sessions/current', methods: [...read, 'DELETE'], to: 'gateway', access: 'session' },
  { pattern: '/v1/sessions/current/organisation', methods: ['POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/sessions/current/step-up', methods: ['POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/sessions/current/step-up/codes', methods: ['POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/second-factor', methods: [...read, 'POST', 'DELETE'], to: 'gateway', access: 'session' },
  { pattern: '/v1/second-factor/confirmation', methods: ['POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/second-factor/recovery-codes', methods: ['POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/users/current', methods: ['PATCH'], to: 'gateway', access: 'session' },
  { pattern: '/v1/users/current/password', methods: ['PUT'], to: 'gateway', access: 'session' },
  { pattern: '/v1/users/current/sessions', methods: [...read, 'DELETE'], to: 'gateway', access: 'session' },
  { pattern: '/v1/users/current/sessions/:id', methods: ['DELETE'], to: 'gateway', access: 'session' },
  { pattern: '/v1/password-resets', methods: ['POST'], to: 'gateway', access: 'anyone', token: 'nothing' },
  { pattern: '/v1/password-resets/completions', methods: ['POST'], to: 'gateway', access: 'anyone', token: 'nothing' },
  { pattern: '/v1/members', methods: read, to: 'gateway', access: 'session' },
  { pattern: '/v1/members/:userId', methods: ['PATCH', 'DELETE'], to: 'gateway', access: 'session' },
  { pattern: '/v1/member-invitations', methods: [...read, 'POST'], to: 'gateway', access: 'session' },
  {
    pattern: '/v1/member-invitations/resolutions',
    methods: ['POST'],
    to: 'gateway',
    access: 'anyone',
    token: 'nothing',
  },
  { pattern: '/v1/member-invitations/acceptances', methods: ['POST'], to: 'gateway', access: 'anyone' },
  { pattern: '/v1/member-invitations/:id', methods: ['DELETE'], to: 'gateway', access: 'session' },
  { pattern: '/v1/sign-in-links', methods: ['POST'], to: 'gateway', access: 'anyone', token: 'nothing' },
  { pattern: '/v1/link-renewals', methods: ['POST'], to: 'gateway', access: 'anyone', token: 'nothing' },
  { pattern: '/v1/link-session', methods: [...read, 'POST'], to: 'gateway', access: 'anyone', token: 'link' },
  { pattern: '/v1/link-session/proof', methods: ['POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/application-session', methods: ['POST'], to: 'gateway', access: 'anyone', token: 'nothing' },
  { pattern: '/v1/application-session/codes', methods: ['POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/application-session/proof', methods: ['POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/application-session/links', methods: ['POST'], to: 'gateway', access: 'session' },
  {
    pattern: '/v1/application-session/continuations',
    methods: ['POST'],
    to: 'gateway',
    access: 'anyone',
    token: 'nothing',
  },
  { pattern: '/v1/api-keys', methods: [...read, 'POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/api-keys/:id', methods: ['DELETE'], to: 'gateway', access: 'session' },
  { pattern: '/v1/access-report', methods: read, to: 'gateway', access: 'session' },
  { pattern: '/v1/access-report/file', methods: read, to: 'gateway', access: 'session' },
  { pattern: '/v1/operations', methods: read, to: 'gateway', access: 'session' },
  { pattern: '/v1/operations/organisations', methods: [...read, 'POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/operations/organisations/:id/owner-invitation', methods: ['PUT'], to: 'gateway', access: 'session' },
  { pattern: '/v1/operations/:service/dead-letters', methods: read, to: 'gateway', access: 'session' },
  { pattern: '/v1/operations/:service/dead-letters/:id/replays', methods: ['POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/operations/:service/dead-letters/:id/discards', methods: ['POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/own-data/views', methods: read, to: 'gateway', access: 'session' },
  { pattern: '/v1/own-data/exports', methods: ['POST'], to: 'gateway', access: 'session' },
  { pattern: '/v1/events', methods: ['GET'], to: 'gateway', access: 'caller', endless: true },
  { pattern: '/a/:token', methods: read, to: 'gateway', access: 'machine' },
  { pattern: '/docs/*', methods: read, to: 'gateway', access: 'anyone' },
  { pattern: '/health/live', methods: read, to: 'gateway', access: 'machine' },
  { pattern: '/health/ready', methods: read, to: 'gateway', access: 'machine' },

  // ttcm, before the other platforms' callbacks
  { pattern: '/oauth/ttcm/callback', methods: ['GET'], to: 'ttcm', access: 'anyone', cookies: ttcmCookies },
  { pattern: '/v1/ttcm-connection/*', methods: all, to: 'ttcm', access: 'caller', cookies: ttcmCookies },
  { pattern: '/v1/ttcm-invites/*', methods: all, to: 'ttcm', access: 'caller' },
  { pattern: '/v1/ttcm-eligibility/*', methods: read, to: 'ttcm', access: 'caller' },
  { pattern: '/v1/ttcm-membership/*', methods: read, to: 'ttcm', access: 'caller' },

  // oauth
  { pattern: '/oauth/:platform/callback', methods: ['GET'], to: 'oauth', access: 'anyone', cookies: oauthCookies },
  { pattern: '/webhooks/ses', methods: ['POST'], to: 'notifications', access: 'machine' },
  { pattern: '/webhooks/*', methods: ['GET', 'POST'], to: 'oauth', access: 'machine' },
  { pattern: '/v1/connect-transactions/*', methods: all, to: 'oauth', access: 'caller', cookies: oauthCookies },
  { pattern: '/v1/social-accounts/:id/authorization/*', methods: all, to: 'oauth', access: 'caller' },

  // collector
  { pattern: '/v1/vendor-data/*', methods: [...read, 'POST'], to: 'collector', access: 'caller' },
  { pattern: '/v1/social-accounts/:id/vendor-data/*', methods: [...read, 'POST'], to: 'collector', access: 'caller' },
  { pattern: '/v1/social-accounts/:id/posts/*', methods: read, to: 'collector', access: 'caller' },
  { pattern: '/v1/social-accounts/:id/metrics/*', methods: read, to: 'collector', access: 'caller' },
  { pattern: '/v1/social-accounts/:id/profile/*', methods: read, to: 'collector', access: 'caller' },
  { pattern: '/v1/social-accounts/:id/exports/*', methods: read, to: 'collector', access: 'caller' },
  { pattern: '/v1/social-accounts/:id/collections/*', methods: [...read, 'POST'], to: 'collector', access: 'caller' },
  { pattern: '/v1/campaigns/:id/report/*', methods: [...read, 'PUT'], to: 'collector', access: 'caller' },
  { pattern: '/v1/posts/*', methods: read, to: 'collector', access: 'caller' },
  { pattern: '/v1/metrics/*', methods: read, to: 'collector', access: 'caller' },
  { pattern: '/v1/own-data/collections', methods: read, to: 'collector', access: 'session' },

  // accounts
  { pattern: '/v1/social-accounts/*', methods: all, to: 'accounts', access: 'caller' },
  { pattern: '/v1/organisations/*', methods: all, to: 'accounts', access: 'caller' },
  { pattern: '/v1/influencers/*', methods: all, to: 'accounts', access: 'caller' },
  { pattern: '/v1/influencer-groups/*', methods: all, to: 'accounts', access: 'caller' },
  { pattern: '/v1/authorization-requests/*', methods: all, to: 'accounts', access: 'caller' },
  { pattern: '/v1/authorization-links/*', methods: all, to: 'accounts', access: 'caller' },
  { pattern: '/v1/campaigns/*', methods: all, to: 'accounts', access: 'caller' },
  { pattern: '/v1/discovery/*', methods: [...read, 'POST'], to: 'accounts', access: 'caller' },
  { pattern: '/v1/reports/*', methods: [...read, 'POST', 'DELETE'], to: 'accounts', access: 'caller' },
  { pattern: '/v1/application-forms/:slug', methods: read, to: 'accounts', access: 'anyone' },
  { pattern: '/v1/applications/*', methods: all, to: 'accounts', access: 'caller' },
  { pattern: '/v1/erasure-receipts', methods: ['POST'], to: 'accounts', access: 'anyone', token: 'nothing' },
  // Not by HEAD: what was read to its end is gone.
  { pattern: '/v1/own-data/exports/current/file', methods: ['GET'], to: 'accounts', access: 'session' },
  { pattern: '/v1/own-data/*', methods: all, to: 'accounts', access: 'session' },

  // notifications
  { pattern: '/v1/outbound-email/confirmations', methods: ['POST'], to: 'notifications', access: 'anyone' },
  { pattern: '/v1/outbound-email/*', methods: all, to: 'notifications', access: 'caller' },
  { pattern: '/v1/messages/*', methods: all, to: 'notifications', access: 'caller' },
  { pattern: '/v1/addressees/*', methods: [...read, 'DELETE'], to: 'notifications', access: 'caller' },
  { pattern: '/v1/notices/*', methods: [...read, 'POST', 'PUT', 'DELETE'], to: 'notifications', access: 'caller' },
  { pattern: '/v1/digest-setting', methods: [...read, 'PUT'], to: 'notifications', access: 'caller' },
  { pattern: '/v1/notice-settings/*', methods: [...read, 'PUT'], to: 'notifications', access: 'caller' },
  // RFC 8058: mail programs post here, with no cookie and no origin; the token in the path is all the proof there is.
  { pattern: '/unsubscribe/digest/:token', methods: [...read, 'POST'], to: 'notifications', access: 'machine' },
  { pattern: '/unsubscribe/:token', methods: [...read, 'POST'], to: 'notifications', access: 'machine' },

  // The web app: its files and the addresses its own router knows
  { pattern: '/', methods: read, to: 'web', access: 'machine' },
  { pattern: '/sign-in/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/invitation/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/reset-password/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/connect/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/dashboard/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/admin/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/apply/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/help/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/confirm-address/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/stop-reminders/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/stop-digest/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/erased/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/merged/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/assets/*', methods: read, to: 'web', access: 'machine' },
  { pattern: '/favicon.ico', methods: read, to: 'web', access: 'machine' },
  { pattern: '/favicon.svg', methods: read, to: 'web', access: 'machine' },
  { pattern: '/load-again.js', methods: read, to: 'web', access: 'machine' },
  { pattern: '/robots.txt', methods: read, to: 'web', access: 'machine' },
];
