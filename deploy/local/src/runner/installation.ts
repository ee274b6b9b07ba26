import { generateInstallationSecrets, type InstallationSecrets } from '@creator-connect/security/setup';
import { randomBytes, randomInt } from 'node:crypto';
import { join } from 'node:path';
import type { Home } from '../home';
import { readJson, writeAtomically } from '../system/files';
import { serviceNames } from './service-names';

/** The demo's owner and the sandbox's app registrations. */
interface DemoSettings {
  readonly owner: { readonly email: string; readonly password: string };
  readonly meta: { readonly appId: string; readonly appSecret: string };
  readonly metaWebhooks: { readonly verifyToken: string };
  readonly tiktok: { readonly clientKey: string; readonly clientSecret: string };
  readonly ttcm: {
    readonly appId: string;
    readonly appSecret: string;
    readonly accessToken: string;
    readonly accountId: string;
  };
  /** Token of the sandbox's account that others are looked up with. */
  readonly discovery: { readonly metaToken: string };
  readonly google: { readonly clientId: string; readonly clientSecret: string; readonly apiKey: string };
}

/** Everything of an installation that is made once and kept. */
export interface Installation extends DemoSettings {
  readonly secrets: InstallationSecrets;
}

const secret = (bytes = 24): string => randomBytes(bytes).toString('base64url');
const digits = (length: number): string =>
  String(randomInt(1, 10)) + Array.from({ length: length - 1 }, () => randomInt(10)).join('');

function makeDemoSettings(): DemoSettings {
  return {
    owner: { email: 'owner@example.com', password: secret(12) },
    meta: { appId: digits(15), appSecret: randomBytes(16).toString('hex') },
    metaWebhooks: { verifyToken: secret() },
    tiktok: { clientKey: `aw${randomBytes(8).toString('hex')}`, clientSecret: secret() },
    ttcm: { appId: digits(19), appSecret: secret(), accessToken: secret(), accountId: digits(19) },
    discovery: { metaToken: `EAA${secret(60)}` },
    google: {
      clientId: `${digits(12)}-${randomBytes(16).toString('hex')}.apps.googleusercontent.com`,
      clientSecret: `GOCSPX-${secret(21)}`,
      apiKey: secret(29),
    },
  };
}

/** Reads what this home was set up with, and makes it at the first start. */
export function prepareInstallation(home: Home): Installation {
  const secrets = generateInstallationSecrets(home.secrets, serviceNames);
  const path = join(home.secrets, 'demo.json');
  const kept = readJson<Partial<DemoSettings>>(path);
  // A home of an earlier version lacks the platforms that came later.
  const demo = { ...makeDemoSettings(), ...kept };
  if (Object.keys(demo).some((name) => kept?.[name as keyof DemoSettings] === undefined)) {
    writeAtomically(path, `${JSON.stringify(demo, undefined, 2)}\n`);
  }
  return { ...demo, secrets };
}
