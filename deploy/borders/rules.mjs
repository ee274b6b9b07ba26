/**
 * Who may import whom, as data. Every rule says why it is there, and `rules.spec.ts` has seen each of them fail once
 * on purpose. `$1` is what the first group of `from` matched.
 */
const tests = '\\.(spec|int-spec|contract-spec|e2e-spec)\\.tsx?$|/test/';
const lib = (...names) => `^libs/(${names.join('|')})/`;

const rules = [
  {
    name: 'no-service-to-service',
    comment: 'Services meet in contracts and on Kafka: one that imports another can no longer be deployed without it.',
    from: { path: '^services/([^/]+)/' },
    to: { path: '^services/', pathNot: '^services/$1/' },
  },
  {
    name: 'contracts-are-a-leaf',
    comment: 'Consumers outside take the contracts alone, so they must not bring the rest of the system along.',
    from: { path: lib('contracts') },
    to: { path: '^(libs|services|deploy|bench|test)/', pathNot: lib('contracts') },
  },
  {
    name: 'observability-is-a-leaf',
    comment: 'Everything logs; a logger that knows what it logs for would close a circle.',
    from: { path: lib('observability') },
    to: { path: '^(libs|services|deploy|bench|test)/', pathNot: lib('observability', 'contracts') },
  },
  {
    name: 'persistence-below-messaging',
    comment: 'The unit of work is the ground that outbox, inbox and services stand on, not the other way round.',
    from: { path: lib('persistence') },
    to: { path: '^(libs|services|deploy|bench|test)/', pathNot: lib('persistence', 'observability', 'contracts') },
  },
  {
    name: 'upper-libs-do-not-mix',
    comment:
      'messaging, security and platforms are three subjects; a service brings them together, none needs another.',
    from: { path: lib('messaging', 'security', 'platforms') },
    to: { path: lib('messaging', 'security', 'platforms'), pathNot: '^libs/$1/' },
  },
  {
    name: 'libs-know-no-service',
    comment: 'A library that knows its users cannot be used by another one.',
    from: { path: '^libs/' },
    to: { path: '^(services|deploy|bench|test)/' },
  },
  {
    name: 'kafka-client-only-in-messaging',
    comment:
      'The client loses messages when it is used in parallel, so one port guards it. The runner checks the broker, and e2e, demo and bench listen from outside with a plain client on purpose.',
    from: { path: '^(libs|services)/', pathNot: `^libs/messaging/|${tests}` },
    to: { path: 'node_modules/kafkajs/' },
  },
  {
    name: 'typeorm-only-in-persistence',
    comment: 'Use cases speak to repositories; SQL and entities stay where migrations can be checked against them.',
    from: { path: '^(libs|services)/', pathNot: `^libs/(persistence|messaging)/|/(persistence|migrations)/|${tests}` },
    to: { path: 'node_modules/typeorm/' },
  },
  {
    name: 'pure-domain',
    comment: 'The rules of the product are read and tested without framework, database or broker.',
    from: { path: '^services/((?!web/)[^/]+)/src/.*domain/', pathNot: tests },
    // Hashing computes, it does not reach out.
    to: { pathNot: '^services/$1/src/.*domain/|^libs/contracts/|^(node:)?crypto$' },
  },
  {
    name: 'sandbox-imports-none-of-ours',
    comment:
      'The sandbox imitates the platforms from their documents; code shared with the clients would hide a misreading.',
    from: { path: '^services/sandbox/' },
    // A Chromium to look at its pages knows nothing about platforms.
    to: { path: '^(libs|deploy|bench|test)/', pathNot: '^test/browser/' },
  },
  {
    name: 'nothing-imports-sandbox',
    comment: 'Neither the clients nor the tests know the pretended platforms other than over HTTP.',
    from: { pathNot: '^services/sandbox/' },
    to: { path: '^services/sandbox/' },
  },
  {
    name: 'e2e-through-public-doors',
    comment: 'Journeys and demo see what an outsider sees: no service, no library of ours, no state set from behind.',
    from: { path: '^(test/e2e|deploy/local/src/demo)/' },
    to: { path: '^(libs|services)/' },
  },
  {
    name: 'libs-by-their-door',
    comment: 'What is not exported by a package may change without asking; the doors are its index, testing and setup.',
    from: { path: '^(libs|services|deploy|bench|test)/([^/]+)/' },
    to: { path: '^libs/', pathNot: '^libs/$2/|^libs/[^/]+/src/((testing|setup)/)?(index|otel)\\.ts$' },
  },
  {
    name: 'fakes-only-in-tests',
    comment: 'A fake that reaches production pretends there as well.',
    from: { path: '^(libs|services)/', pathNot: `${tests}|/testing/|\\.fake\\.ts$` },
    to: { path: '/testing/|\\.fake\\.ts$', pathNot: 'node_modules' },
  },
  {
    name: 'web-stands-alone',
    comment:
      'The web app speaks the public API; a server library in the browser would be the first sign of a shortcut.',
    from: { path: '^services/web/' },
    to: { path: '^(libs|deploy|bench|test)/' },
  },
  {
    name: 'no-circles',
    comment: 'Two files that need each other are one file in disguise, and load in an order nobody chose.',
    from: {},
    to: { circular: true },
  },
];

export const forbidden = rules.map((rule) => ({ ...rule, severity: 'error' }));
