import { Inject, Injectable, type OnApplicationShutdown } from '@nestjs/common';
import { keptConnections } from '@creator-connect/observability';
import { Pool } from 'undici';
import { GATEWAY_CONFIG, type GatewayConfig } from '../gateway.config';
import { services, type ServiceName } from './routing-table';
import { serviceAddresses } from './service-addresses';

/** Kept connections to the services. */
@Injectable()
export class Upstreams implements OnApplicationShutdown {
  private readonly pools: Readonly<Record<ServiceName, Pool>>;

  constructor(@Inject(GATEWAY_CONFIG) config: GatewayConfig) {
    const addresses = serviceAddresses(config);
    const timeout = config.UPSTREAM_TIMEOUT_SECONDS * 1000;
    const timeouts = { headersTimeout: timeout, bodyTimeout: timeout, connect: { timeout: 2_000 } };
    const options = { connections: 128, ...keptConnections, ...timeouts };
    this.pools = Object.fromEntries(
      services.map((name) => [name, new Pool(new URL(addresses[name]).origin, options)]),
    ) as Record<ServiceName, Pool>;
  }

  pool(service: ServiceName): Pool {
    return this.pools[service];
  }

  async onApplicationShutdown(): Promise<void> {
    await Promise.all(services.map((name) => this.pools[name].destroy()));
  }
}
