import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readFileSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

interface Findings {
  modules: number;
  edges: string[];
  violations: { rule: string; from: string; to: string }[];
}

const root = resolve(__dirname, '..', '..');
const libs = ['contracts', 'observability', 'persistence', 'messaging', 'security', 'platforms'];
const services = ['accounts', 'oauth', 'sandbox', 'web'];

/** For each rule one file that breaks it, and the import by which it does. */
const planted: Record<string, [file: string, statement: string]> = {
  'no-service-to-service': ['services/accounts/src/a.ts', "import '../../oauth/src/main'"],
  'contracts-are-a-leaf': ['libs/contracts/src/b.ts', "import '@creator-connect/observability'"],
  'observability-is-a-leaf': ['libs/observability/src/c.ts', "import '@creator-connect/security'"],
  'persistence-below-messaging': ['libs/persistence/src/d.ts', "import type {} from '@creator-connect/messaging'"],
  'upper-libs-do-not-mix': ['libs/platforms/src/e.ts', "import '@creator-connect/security'"],
  'libs-know-no-service': ['libs/security/src/f.ts', "import '../../../services/accounts/src/main'"],
  'kafka-client-only-in-messaging': ['services/accounts/src/g.ts', "import 'kafkajs'"],
  'typeorm-only-in-persistence': ['services/accounts/src/h.ts', "import type { Entity } from 'typeorm'"],
  'pure-domain': ['services/accounts/src/campaigns/domain/i.ts', "import '@nestjs/common'"],
  'sandbox-imports-none-of-ours': ['services/sandbox/src/j.ts', "import '@creator-connect/contracts'"],
  'nothing-imports-sandbox': ['deploy/local/src/k.ts', "import '../../../services/sandbox/src/main'"],
  'e2e-through-public-doors': ['test/e2e/src/l.ts', "import '@creator-connect/contracts'"],
  'libs-by-their-door': ['services/accounts/src/m.ts', "import '../../../libs/security/src/inner'"],
  'fakes-only-in-tests': ['services/accounts/src/n.ts', "import '@creator-connect/messaging/testing'"],
  'web-stands-alone': ['services/web/src/o.ts', "import '@creator-connect/contracts'"],
  'no-circles': ['services/accounts/src/p.ts', "import './q'"],
};

function put(tree: string, file: string, text: string): void {
  const path = join(tree, file);
  mkdirSync(dirname(path), { recursive: true });
  writeFileSync(path, `${text};\nexport const mark = '${file}';\n`);
}

/** A small tree of the same shape as ours, resolved in the same way. */
function makeTree(): string {
  const tree = mkdtempSync(join(tmpdir(), 'connect-borders-'));
  mkdirSync(join(tree, 'node_modules', '@creator-connect'), { recursive: true });
  for (const name of ['kafkajs', 'typeorm', '@nestjs']) {
    symlinkSync(join(root, 'node_modules', name), join(tree, 'node_modules', name));
  }
  for (const name of libs) {
    for (const file of ['index.ts', 'testing/index.ts', 'inner.ts']) put(tree, `libs/${name}/src/${file}`, '');
    const manifest = readFileSync(join(root, 'libs', name, 'package.json'));
    writeFileSync(join(tree, 'libs', name, 'package.json'), manifest);
    symlinkSync(join(tree, 'libs', name), join(tree, 'node_modules', '@creator-connect', name));
  }
  for (const name of services) put(tree, `services/${name}/src/main.ts`, '');
  put(
    tree,
    'services/accounts/src/fine.ts',
    "import '@creator-connect/messaging';\nimport '@creator-connect/contracts'",
  );
  return tree;
}

function check(tree: string): Findings {
  const script = join(root, 'deploy', 'borders', 'check.mjs');
  try {
    return JSON.parse(execFileSync(process.execPath, [script, tree, '--json'], { encoding: 'utf8' })) as Findings;
  } catch (error) {
    // It ends with 1 when it finds something; the findings are on its standard output all the same.
    return JSON.parse((error as { stdout: string }).stdout) as Findings;
  }
}

describe('the borders between packages', () => {
  const tree = makeTree();
  afterAll(() => rmSync(tree, { recursive: true }));

  it('finds the sources behind package names, and nothing wrong in a tree that keeps the rules', () => {
    const { edges, violations } = check(tree);
    expect(violations).toEqual([]);
    expect(edges).toEqual(['services/accounts -> libs/contracts', 'services/accounts -> libs/messaging']);
  });

  describe('with one file planted against each rule', () => {
    let violations: Findings['violations'];
    beforeAll(() => {
      for (const [file, statement] of Object.values(planted)) put(tree, file, statement);
      put(tree, 'services/accounts/src/q.ts', "import './p'");
      violations = check(tree).violations;
    });

    it.each(Object.entries(planted))('%s is seen to fail', (rule, [file]) => {
      expect(violations).toContainEqual(expect.objectContaining({ rule, from: file }));
    });

    it('leaves no rule without a plant', () => {
      const names = readFileSync(join(root, 'deploy', 'borders', 'rules.mjs'), 'utf8').matchAll(/^ {4}name: '(.+)'/gm);
      expect([...names].map(([, name]) => name).sort()).toEqual(Object.keys(planted).sort());
    });
  });

  it('knows every library of the tree', () => {
    expect(readdirSync(join(root, 'libs')).sort()).toEqual([...libs].sort());
  });
});
