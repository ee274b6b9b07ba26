import { randomBytes } from 'node:crypto';

/** Before all topics and groups of a test file, so that files can share a broker: `t1a2b3c4d.`. */
export function testPrefix(): string {
  return `t${randomBytes(4).toString('hex')}.`;
}
