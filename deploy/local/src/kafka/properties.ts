export interface KafkaPlace {
  readonly dataFolder: string;
  readonly port: number;
  readonly controllerPort: number;
}

/**
 * One process that is broker and controller. Loopback only; whoever may open a port on this machine may read the
 * demo's events, which is why the profile `production` refuses such a broker.
 */
export function kafkaProperties({ dataFolder, port, controllerPort }: KafkaPlace): string {
  const settings: Record<string, string | number | boolean> = {
    'process.roles': 'broker,controller',
    'node.id': 1,
    'controller.quorum.voters': `1@127.0.0.1:${controllerPort}`,
    listeners: `PLAINTEXT://127.0.0.1:${port},CONTROLLER://127.0.0.1:${controllerPort}`,
    'advertised.listeners': `PLAINTEXT://127.0.0.1:${port}`,
    'listener.security.protocol.map': 'PLAINTEXT:PLAINTEXT,CONTROLLER:PLAINTEXT',
    'controller.listener.names': 'CONTROLLER',
    'log.dirs': dataFolder,
    // A topic that appears because somebody mistyped its name has the wrong number of partitions for ever.
    'auto.create.topics.enable': false,
    'num.partitions': 12,
    'offsets.topic.replication.factor': 1,
    'offsets.topic.num.partitions': 12,
    'transaction.state.log.replication.factor': 1,
    'transaction.state.log.min.isr': 1,
    'transaction.state.log.num.partitions': 4,
    'group.initial.rebalance.delay.ms': 0,
    // After a kill the broker waits for its own old registration to time out: 9 s by default.
    'broker.session.timeout.ms': 3000,
    'broker.heartbeat.interval.ms': 500,
    'log.cleaner.dedupe.buffer.size': 8_388_608,
    'log.index.size.max.bytes': 1_048_576,
    'log.segment.bytes': 134_217_728,
  };
  return Object.entries(settings)
    .map(([key, value]) => `${key}=${String(value).replaceAll('\\', '\\\\')}\n`)
    .join('');
}
