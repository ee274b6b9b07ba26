import { execFileSync } from 'node:child_process';

export interface RunAs {
  readonly uid: number;
  readonly gid: number;
}

function id(flag: '-u' | '-g', user: string): number | undefined {
  try {
    const text = execFileSync('id', [flag, user], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'ignore'] });
    return Number(text.trim());
  } catch {
    return undefined;
  }
}

/**
 * PostgreSQL refuses to run as root. As root we lend it an account that exists already: no user is ever created on
 * somebody's machine, and initdb refuses a number without a passwd entry. Undefined when we are not root.
 */
export function unprivilegedUser(): RunAs | undefined {
  if (process.getuid?.() !== 0) return undefined;
  for (const user of ['postgres', 'nobody']) {
    const uid = id('-u', user);
    const gid = id('-g', user);
    if (uid !== undefined && gid !== undefined && uid !== 0) return { uid, gid };
  }
  throw new Error('Neither a user "postgres" nor a user "nobody" exists, and PostgreSQL does not run as root.');
}
