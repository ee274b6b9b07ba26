import { readiness, type Readiness } from '@creator-connect/observability';
import { Inject, Injectable } from '@nestjs/common';
import { Clock } from '../../clock';
import { GATEWAY_CONFIG, type GatewayConfig } from '../../gateway.config';
import { services, type ServiceName } from '../../routing/routing-table';
import { serviceAddresses } from '../../routing/service-addresses';
import type { OperationsResponse, PlatformAllowance, ServiceState, VaultKey } from './read-operations.dto';
import { probe, type Probe } from './service-probe';

type Probed = readonly [name: ServiceName, probe: Probe | undefined];

/** Asks every service at once how it is. Counts, ages and names of ours: nothing of an organisation is among them. */
@Injectable()
export class ReadOperationsHandler {
  constructor(
    private readonly clock: Clock,
    @Inject(GATEWAY_CONFIG) private readonly config: GatewayConfig,
  ) {}

  async handle(): Promise<OperationsResponse> {
    const addresses = serviceAddresses(this.config);
    const [own, probed] = await Promise.all([
      readiness(),
      Promise.all(services.map(async (name): Promise<Probed> => [name, await probe(addresses[name])])),
    ]);
    return {
      asOf: this.clock.now().toISOString(),
      services: [gatewayItself(own), ...probed.map(stateOf)],
      allowances: probed.flatMap(allowancesOf),
      keys: keysOf(probed.find(([name]) => name === 'oauth')?.[1]),
      sandboxUrl: this.config.SANDBOX_URL ?? null,
    };
  }
}

function gatewayItself({ status, checks }: Readiness): ServiceState {
  return { name: 'gateway', status, checks: checksOf(checks), outbox: null, lag: [], deadLetters: null };
}

function stateOf([name, found]: Probed): ServiceState {
  if (!found) return { name, status: 'unreachable', checks: [], outbox: null, lag: [], deadLetters: null };
  const { status, checks } = found.readiness;
  const first = (metric: string) => found.samples(metric)[0]?.value;
  const unpublished = first('outbox_unpublished');
  return {
    name,
    status,
    checks: checksOf(checks),
    outbox: unpublished === undefined ? null : { unpublished, ageSeconds: first('outbox_age_seconds') ?? 0 },
    lag: found.samples('consumer_lag').map(({ labels, value }) => ({
      group: labels['group'] ?? '',
      topic: labels['topic'] ?? '',
      records: value,
    })),
    deadLetters: lettersOf(found),
  };
}

function lettersOf(found: Probe): ServiceState['deadLetters'] {
  const counts = new Map(found.samples('dead_letters').map(({ labels, value }) => [labels['status'], value]));
  if (counts.size === 0) return null;
  const of = (status: string) => counts.get(status) ?? 0;
  return { parked: of('parked'), blocked: of('blocked'), replayed: of('replayed'), discarded: of('discarded') };
}

const checksOf = (checks: Readiness['checks']) => Object.entries(checks).map(([name, state]) => ({ name, state }));

function allowancesOf([service, found]: Probed): PlatformAllowance[] {
  return (found?.samples('platform_allowance_used_percent') ?? []).map(({ labels, value }) => ({
    service,
    api: labels['api'] ?? '',
    bucket: labels['bucket'] ?? '',
    usedPercent: value,
  }));
}

function keysOf(oauth: Probe | undefined): VaultKey[] | null {
  if (!oauth) return null;
  return oauth
    .samples('vault_wrapped_keys')
    .map(({ labels, value }) => ({ id: labels['key_id'] ?? '', active: labels['active'] === 'true', wraps: value }));
}
