import { spawnSync } from 'node:child_process';
import { topics } from '@creator-connect/contracts';
import { containerCommands, type ContainerPart } from './container-commands';

/**
 * The image's entry: one word says which part of the system this container is. What a part has to know comes from the
 * secrets volume and a few variables of docker-compose.yml, through the same table that `npm start` uses.
 */
async function main(part: ContainerPart): Promise<void> {
  if (part === 'topics') {
    // Loaded only here: tracing has to be the first to touch the Kafka client in a service.
    const { ensureTopics } = await import('@creator-connect/messaging/setup');
    return ensureTopics((process.env.KAFKA_BROKERS ?? '').split(','), Object.values(topics));
  }
  const commands = containerCommands(part, process.env);
  if (part === 'migrate') {
    for (const { entry, env } of commands) {
      const { status } = spawnSync(process.execPath, [entry], { env, stdio: 'inherit' });
      if (status !== 0) process.exit(status ?? 1);
    }
    return;
  }
  for (const { entry, env } of commands) {
    Object.assign(process.env, env);
    // In this very process: the container's signals reach the service without anybody in between.
    await import(entry);
  }
}

main(process.argv[2] as ContainerPart).catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exit(1);
});
