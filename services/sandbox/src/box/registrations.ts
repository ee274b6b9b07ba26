import { z } from 'zod';
import type { SandboxConfig } from '../sandbox.config';

/** What a developer would have typed into the portals of Meta, TikTok and TikTok for Business. */
export interface Registrations {
  appName: string;
  meta: {
    appId: string;
    appSecret: string;
    redirectUris: string[];
    deauthorizeUrl?: string | undefined;
    dataDeletionUrl?: string | undefined;
    /** Of the account that the installation looks others up with. */
    discoveryToken?: string | undefined;
    webhookUrl?: string | undefined;
    verifyToken?: string | undefined;
  };
  tiktok: { clientKey: string; clientSecret: string; redirectUris: string[]; webhookUrl?: string | undefined };
  ttcm: { appId: string; appSecret: string; accessToken: string; accountId: string; redirectUris: string[] };
  google: {
    clientId: string;
    /** Without one the client can not redeem anything. */
    clientSecret?: string | undefined;
    redirectUris: string[];
    /** Of the installation, for public data. */
    apiKey?: string | undefined;
    riscUrl?: string | undefined;
  };
}

export function registrationsFrom(config: SandboxConfig): Registrations {
  return {
    appName: config.SANDBOX_APP_NAME,
    meta: {
      appId: config.SANDBOX_META_APP_ID,
      appSecret: config.SANDBOX_META_APP_SECRET,
      redirectUris: config.SANDBOX_REDIRECT_URIS,
      deauthorizeUrl: config.SANDBOX_META_DEAUTHORIZE_URL,
      dataDeletionUrl: config.SANDBOX_META_DATA_DELETION_URL,
      discoveryToken: config.SANDBOX_META_DISCOVERY_TOKEN,
      webhookUrl: config.SANDBOX_META_WEBHOOK_URL,
      verifyToken: config.SANDBOX_META_VERIFY_TOKEN,
    },
    tiktok: {
      clientKey: config.SANDBOX_TIKTOK_CLIENT_KEY,
      clientSecret: config.SANDBOX_TIKTOK_CLIENT_SECRET,
      redirectUris: config.SANDBOX_REDIRECT_URIS,
      webhookUrl: config.SANDBOX_TIKTOK_WEBHOOK_URL,
    },
    ttcm: {
      appId: config.SANDBOX_TTCM_APP_ID,
      appSecret: config.SANDBOX_TTCM_APP_SECRET,
      accessToken: config.SANDBOX_TTCM_ACCESS_TOKEN,
      accountId: config.SANDBOX_TTCM_ACCOUNT_ID,
      redirectUris: config.SANDBOX_REDIRECT_URIS,
    },
    google: {
      clientId: config.SANDBOX_GOOGLE_CLIENT_ID,
      clientSecret: config.SANDBOX_GOOGLE_CLIENT_SECRET,
      redirectUris: config.SANDBOX_REDIRECT_URIS,
      apiKey: config.SANDBOX_GOOGLE_API_KEY,
      riscUrl: config.SANDBOX_GOOGLE_RISC_URL,
    },
  };
}

const text = z.string().min(1);

/** Changes of a running sandbox; they are not kept in the state file, because they may carry secrets. */
export const registrationsPatch = z.strictObject({
  appName: text.optional(),
  meta: z
    .strictObject({
      appId: text,
      appSecret: text,
      redirectUris: z.array(z.url()),
      deauthorizeUrl: z.url(),
      dataDeletionUrl: z.url(),
      webhookUrl: z.url(),
      verifyToken: text,
    })
    .partial()
    .optional(),
  tiktok: z
    .strictObject({ clientKey: text, clientSecret: text, redirectUris: z.array(z.url()), webhookUrl: z.url() })
    .partial()
    .optional(),
  ttcm: z
    .strictObject({
      appId: text,
      appSecret: text,
      accessToken: text,
      accountId: text,
      redirectUris: z.array(z.url()),
    })
    .partial()
    .optional(),
  google: z
    .strictObject({
      clientId: text,
      clientSecret: text,
      redirectUris: z.array(z.url()),
      apiKey: text,
      riscUrl: z.url(),
    })
    .partial()
    .optional(),
});

export function changeRegistrations(current: Registrations, patch: z.infer<typeof registrationsPatch>): void {
  if (patch.appName !== undefined) current.appName = patch.appName;
  Object.assign(current.meta, patch.meta);
  Object.assign(current.tiktok, patch.tiktok);
  Object.assign(current.ttcm, patch.ttcm);
  Object.assign(current.google, patch.google);
}
