import 'reflect-metadata';
import { startProbe } from './probe-app';

/** The probe as a process of its own, so that it can be killed: `fork`ed by the fault tests. */
export interface ProbeProcessOptions {
  appUrl: string;
  brokers: string[];
  prefix: string;
  leaseMs: number;
  sharedTransaction: number;
}

async function main(): Promise<void> {
  const options = JSON.parse(process.env['PROBE_OPTIONS']!) as ProbeProcessOptions;
  const probe = await startProbe(options, {
    connection: {
      brokers: options.brokers,
      topicPrefix: options.prefix,
      groupPrefix: options.prefix,
      sessionTimeoutMs: 6_000,
    },
    sharedTransaction: options.sharedTransaction,
    relay: { leaseMs: options.leaseMs },
  });
  process.once('SIGTERM', () => {
    probe.close().then(
      () => process.exit(0),
      () => process.exit(1),
    );
  });
  process.once('disconnect', () => process.exit(1));
  process.send?.('ready');
}

main().catch((error: unknown) => {
  process.stderr.write(`${String((error as Error).stack)}\n`);
  process.exit(1);
});
