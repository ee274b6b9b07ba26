import { defaultPortBase, portsFrom, type PortName } from '../ports';

/** The image's health check: whether the service of this container answers that it is ready. */
const port = portsFrom(defaultPortBase)[process.argv[2] as PortName];

fetch(`http://127.0.0.1:${port}/health/ready`, { signal: AbortSignal.timeout(2_500) }).then(
  ({ ok }) => process.exit(ok ? 0 : 1),
  () => process.exit(1),
);
