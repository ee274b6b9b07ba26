import { SESv2Client } from '@aws-sdk/client-sesv2';
import type { NotificationsConfig } from '../../notifications.config';
import type { SesWay } from '../outbound-ways';
import { SesIdentities } from './ses-identities';
import { SesSuppressions } from './ses-suppressions';
import { SesTransport } from './ses.transport';

/** Amazon SES as configured; undefined without a region. */
export function sesWay(config: NotificationsConfig): SesWay | undefined {
  const { SES_REGION: region, SES_ENDPOINT: endpoint, SES_CONFIGURATION_SET: configurationSet } = config;
  const { SES_ACCESS_KEY_ID: accessKeyId, SES_SECRET_ACCESS_KEY: secretAccessKey } = config;
  if (region === undefined) return undefined;
  const client = new SESv2Client({
    region,
    // The mail is kept by us and tried again; the SDK need not.
    maxAttempts: 1,
    requestHandler: { requestTimeout: 15_000, connectionTimeout: 5_000 },
    ...(endpoint !== undefined && { endpoint }),
    ...(accessKeyId !== undefined &&
      secretAccessKey !== undefined && { credentials: { accessKeyId, secretAccessKey } }),
  });
  return {
    transport: new SesTransport(client, configurationSet),
    identities: new SesIdentities(client),
    suppressions: new SesSuppressions(client),
  };
}
