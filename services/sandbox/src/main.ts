import { createSandbox } from './app';
import { log } from './box/log';
import { readConfig, type SandboxConfig } from './sandbox.config';

async function start(config: SandboxConfig): Promise<void> {
  const sandbox = createSandbox(config);
  const port = await sandbox.listen();
  log('info', 'sandbox is listening', { port });

  const end = (): void => {
    void sandbox.close().then(() => process.exit(0));
  };
  process.once('SIGTERM', end);
  process.once('SIGINT', end);
  if (config.CONNECT_SUPERVISED === '1') process.once('disconnect', end);
  process.send?.({ type: 'ready', port });
}

try {
  start(readConfig(process.env)).catch(fail);
} catch (error) {
  fail(error);
}

function fail(error: unknown): void {
  log('error', error instanceof Error ? error.message : 'the sandbox can not start');
  process.exitCode = 1;
}
