/**
 * Five kinds of tests, told apart by their suffix (see CONTRIBUTING.md). All but `unit` and `contract` need real
 * PostgreSQL and Kafka; `npm test` starts them and passes DATABASE_URL and KAFKA_BROKERS.
 */
const base = {
  testEnvironment: 'node',
  // Workspace packages are tested from their sources: no build stands between an edit and a test.
  testEnvironmentOptions: { customExportConditions: ['development', 'node', 'require', 'default'] },
  transform: {
    '^.+\\.tsx?$': [
      '@swc/jest',
      {
        jsc: {
          target: 'es2023',
          parser: { syntax: 'typescript', tsx: true, decorators: true },
          transform: { legacyDecorator: true, decoratorMetadata: true, react: { runtime: 'automatic' } },
        },
        module: { type: 'commonjs' },
      },
    ],
  },
  testPathIgnorePatterns: ['/node_modules/', '/dist/', '/.local/'],
  modulePathIgnorePatterns: ['/dist/', '/.local/'],
  setupFiles: ['reflect-metadata'],
};
const project = (displayName, suffix, extra = {}) => ({
  ...base,
  displayName,
  testMatch: [`<rootDir>/{libs,services,deploy,bench,test}/**/*.${suffix}.{ts,tsx}`],
  ...extra,
});

module.exports = {
  projects: [
    project('unit', 'spec'),
    project('contract', 'contract-spec'),
    project('integration', 'int-spec'),
    project('faults', 'fault-spec'),
    project('e2e', 'e2e-spec'),
  ],
  testSequencer: './test/e2e/search-last.js',
  testTimeout: 60_000,
};
