import { z } from 'zod';

const DAY = 86_400;
const seconds = z.coerce.number().int().positive();
const count = z.coerce.number().int().positive();
/** Forms send text: the words that mean "no" must not become true. */
const flag = z.union([z.boolean(), z.enum(['true', 'false']).transform((word) => word === 'true')]);

/** Everything about the platforms that their documents leave open, or that a test wants shorter than in reality. */
export const settingsSchema = z.strictObject({
  facebook: z.strictObject({
    requireProof: flag,
    tellsPersonalAccounts: flag,
    codeSeconds: seconds,
    shortLivedSeconds: seconds,
    longLivedSeconds: seconds,
    dataAccessSeconds: seconds,
    appCallsPerHour: count,
    instagramCallsPerDay: count,
    usageToldFromPercent: z.coerce.number().min(0).max(100),
  }),
  tiktok: z.strictObject({
    codeSeconds: seconds,
    accessTokenSeconds: seconds,
    refreshTokenSeconds: seconds,
    oauthErrorStatus: z.coerce.number().int().min(200).max(499),
    requestsPerMinute: count,
  }),
  ttcm: z.strictObject({
    requestsPerSecond: count,
    requestsPerMinute: count,
    requestsPerDay: count,
    /** 0: an invitation stays open for ever, no end is documented. */
    invitationSeconds: z.coerce.number().int().min(0),
    minimumFollowers: z.record(z.string(), z.coerce.number().int().min(0)),
  }),
  google: z.strictObject({
    codeSeconds: seconds,
    accessTokenSeconds: seconds,
    publishingStatus: z.enum(['production', 'testing']),
    /** How long a refresh token of an app in Testing lives. */
    testingSeconds: seconds,
    /** An unused refresh token dies after that. */
    idleSeconds: seconds,
    refreshTokensPerAccount: count,
    audience: z.enum(['external', 'internal']),
    client: z.enum(['live', 'deleted']),
    unitsPerDay: count,
    searchesPerDay: count,
    requestsPerMinute: count,
    /** Days that Analytics do not know yet. */
    analyticsLagDays: z.coerce.number().int().min(0),
    /** How a security event names a refresh token. */
    tokenIdentifier: z.enum(['hash', 'prefix']),
  }),
  /** Accounts of the generated world on each platform; they are computed, so the number costs nothing. */
  world: z.strictObject({ accounts: z.coerce.number().int().min(0).max(50_000_000) }),
  callbacks: z.strictObject({ attempts: count, firstRetryMilliseconds: count }),
});

export type Settings = z.infer<typeof settingsSchema>;

export function defaultSettings(): Settings {
  return {
    facebook: {
      requireProof: false,
      tellsPersonalAccounts: true,
      codeSeconds: 600,
      shortLivedSeconds: 5_400,
      longLivedSeconds: 5_183_944,
      dataAccessSeconds: 90 * DAY,
      appCallsPerHour: 200_000,
      instagramCallsPerDay: 480_000,
      usageToldFromPercent: 5,
    },
    tiktok: {
      codeSeconds: 300,
      accessTokenSeconds: 7_200,
      refreshTokenSeconds: 180 * DAY,
      oauthErrorStatus: 400,
      requestsPerMinute: 600,
    },
    ttcm: {
      requestsPerSecond: 10,
      requestsPerMinute: 600,
      requestsPerDay: 864_000,
      invitationSeconds: 0,
      minimumFollowers: { default: 10_000, KR: 50_000 },
    },
    google: {
      codeSeconds: 600,
      accessTokenSeconds: 3_600,
      publishingStatus: 'production',
      testingSeconds: 7 * DAY,
      idleSeconds: 183 * DAY,
      refreshTokensPerAccount: 100,
      audience: 'external',
      client: 'live',
      unitsPerDay: 10_000,
      searchesPerDay: 100,
      requestsPerMinute: 1_800,
      analyticsLagDays: 2,
      tokenIdentifier: 'hash',
    },
    world: { accounts: 1_000 },
    callbacks: { attempts: 6, firstRetryMilliseconds: 500 },
  };
}

/** One level deep is enough: every setting is a plain value of one platform (the map of minimums is merged too). */
export const settingsPatch = z.strictObject({
  facebook: settingsSchema.shape.facebook.partial().optional(),
  tiktok: settingsSchema.shape.tiktok.partial().optional(),
  ttcm: settingsSchema.shape.ttcm.partial().optional(),
  google: settingsSchema.shape.google.partial().optional(),
  world: settingsSchema.shape.world.partial().optional(),
  callbacks: settingsSchema.shape.callbacks.partial().optional(),
});

export function changeSettings(settings: Settings, patch: z.infer<typeof settingsPatch>): void {
  const minimumFollowers = { ...settings.ttcm.minimumFollowers, ...patch.ttcm?.minimumFollowers };
  Object.assign(settings.facebook, patch.facebook);
  Object.assign(settings.tiktok, patch.tiktok);
  Object.assign(settings.ttcm, patch.ttcm, { minimumFollowers });
  Object.assign(settings.google, patch.google);
  Object.assign(settings.world, patch.world);
  Object.assign(settings.callbacks, patch.callbacks);
}
