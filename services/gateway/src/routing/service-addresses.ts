import type { GatewayConfig } from '../gateway.config';
import type { ServiceName } from './routing-table';

export function serviceAddresses(config: GatewayConfig): Readonly<Record<ServiceName, string>> {
  return {
    accounts: config.ACCOUNTS_URL,
    oauth: config.OAUTH_URL,
    ttcm: config.TTCM_URL,
    collector: config.COLLECTOR_URL,
    notifications: config.NOTIFICATIONS_URL,
  };
}
