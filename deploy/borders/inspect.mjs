import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';
import { cruise } from 'dependency-cruiser';
import { forbidden } from './rules.mjs';

const groups = ['libs', 'services'];

/** The folders with sources, relative to the root. */
function sources(root) {
  const inGroups = groups.flatMap((group) => readdirSync(join(root, group)).map((name) => `${group}/${name}`));
  const packages = [...inGroups, 'deploy/local', 'bench', 'test/e2e', 'test/faults'];
  return packages
    .flatMap((folder) => [`${folder}/src`, `${folder}/test`])
    .filter((folder) => existsSync(join(root, folder)));
}

const packageOf = (path) => /^(libs|services|deploy|test)\/[^/]+|^bench/.exec(path)?.[0];

/**
 * Holds the rules against a tree. The counts belong to the answer: with a resolver that does not find the workspace's
 * sources every rule is satisfied, by looking at nothing.
 */
export async function inspect(root) {
  const { output } = await cruise(
    sources(root),
    {
      baseDir: root,
      validate: true,
      ruleSet: { forbidden },
      // Type imports bind as much as others; the compiler removes them before the tool would look.
      tsPreCompilationDeps: true,
      doNotFollow: { path: 'node_modules' },
      exclude: { path: '(^|/)dist/' },
    },
    {
      // `development` leads to the sources of a workspace package, everything else to a dist that may not exist.
      conditionNames: ['development', 'import', 'require', 'node', 'default'],
      exportsFields: ['exports'],
      extensions: ['.ts', '.tsx', '.mjs', '.js', '.json', '.d.ts'],
      extensionAlias: { '.js': ['.ts', '.tsx', '.js'] },
    },
  );
  const edges = new Set();
  for (const module of output.modules) {
    const from = packageOf(module.source);
    for (const { resolved } of module.dependencies) {
      const to = packageOf(resolved);
      if (from && to && from !== to) edges.add(`${from} -> ${to}`);
    }
  }
  return {
    modules: output.modules.filter(({ source }) => packageOf(source)).length,
    edges: [...edges].sort(),
    violations: output.summary.violations.map(({ rule, from, to }) => ({ rule: rule.name, from, to })),
  };
}
