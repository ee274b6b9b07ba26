import { OperatorError } from '../operator-error';

/** What is to be revoked. */
export interface Scope {
  scope: 'connection' | 'organisation' | 'platform' | 'all';
  target: string | null;
}

export interface ScopeFlags {
  connection?: string;
  organisation?: string;
  platform?: string;
  all?: true;
}

const platforms = ['instagram', 'tiktok', 'youtube'];
const uuid = /^[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;

/** Exactly one of the four; whoever types nothing must not revoke everything. */
export function scopeOf({ connection, organisation, platform, all }: ScopeFlags): Scope {
  const given: Scope[] = [
    ...(connection === undefined ? [] : [{ scope: 'connection' as const, target: idOf('--connection', connection) }]),
    ...(organisation === undefined
      ? []
      : [{ scope: 'organisation' as const, target: idOf('--organisation', organisation) }]),
    ...(platform === undefined ? [] : [{ scope: 'platform' as const, target: platformOf(platform) }]),
    ...(all ? [{ scope: 'all' as const, target: null }] : []),
  ];
  const [scope] = given;
  if (!scope || given.length > 1)
    throw new OperatorError('Say what to revoke: one of --connection, --organisation, --platform and --all.');
  return scope;
}

/** As it is typed in a command. */
export const flagsOf = ({ scope, target }: Scope): string => (target === null ? `--${scope}` : `--${scope} ${target}`);

function idOf(flag: string, value: string): string {
  if (!uuid.test(value)) throw new OperatorError(`${flag} takes an id such as 0192a6e4-0000-7000-8000-000000000001.`);
  return value.toLowerCase();
}

function platformOf(value: string): string {
  if (!platforms.includes(value)) throw new OperatorError(`--platform takes one of ${platforms.join(', ')}.`);
  return value;
}
