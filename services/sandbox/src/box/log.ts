type Level = 'info' | 'error';

/** One JSON line. Request lines are never written: they may carry codes and, from a careless client, tokens. */
export function log(level: Level, message: string, fields: Record<string, unknown> = {}): void {
  const line = JSON.stringify({ level, time: new Date().toISOString(), service: 'sandbox', message, ...fields });
  (level === 'error' ? process.stderr : process.stdout).write(`${line}\n`);
}
