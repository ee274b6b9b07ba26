import Ajv from 'ajv';
import addFormats from 'ajv-formats';
import { existsSync, readFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { parse } from 'yaml';

interface Service {
  image?: string;
  ports?: string[];
  healthcheck?: unknown;
  command?: string[];
  build?: { dockerfile: string };
}

const root = resolve(__dirname, '..', '..');
const read = (path: string): string => readFileSync(join(root, path), 'utf8');
const compose = parse(read('docker-compose.yml'), { merge: true }) as { services: Record<string, Service> };

/** The specification's own schema, as the linter dclint ships it. */
const schemaFile = join(dirname(require.resolve('dclint/package.json')), 'schemas', 'compose.schema.json');

function faults(document: unknown): string[] {
  const ajv = new Ajv({ strict: false, allErrors: true });
  addFormats(ajv);
  const schema = JSON.parse(readFileSync(schemaFile, 'utf8')) as { $schema?: string };
  // The same draft under an address that Ajv knows.
  const validate = ajv.compile({ ...schema, $schema: 'http://json-schema.org/draft-07/schema#' });
  validate(document);
  return (validate.errors ?? []).map(({ instancePath, message }) => `${instancePath} ${message ?? ''}`);
}

describe('docker-compose.yml', () => {
  const services = Object.entries(compose.services);

  it('keeps the schema of the compose specification', () => {
    expect(faults(compose)).toEqual([]);
  });

  it('would be refused with a misspelt key or a wrong type', () => {
    expect(faults({ ...compose, services: { ...compose.services, more: { imagee: 'x' } } })).not.toEqual([]);
    expect(faults({ ...compose, services: { ...compose.services, more: { image: 'x', ports: 80 } } })).not.toEqual([]);
  });

  it('takes the servers from their official images, pinned', () => {
    const { postgres, kafka, maildev } = compose.services;
    expect(postgres?.image).toMatch(/^postgres:18\.\d+/);
    expect(kafka?.image).toMatch(/^apache\/kafka:4\.\d+\.\d+$/);
    expect(maildev?.image).toMatch(/^maildev\/maildev:\d+\.\d+\.\d+$/);
  });

  it('runs every service of the tree, the migrations and the topics from one image of ours', () => {
    const ours = services.filter(([, { build }]) => build !== undefined);
    const parts = [
      'accounts',
      'collector',
      'gateway',
      'migrate',
      'notifications',
      'oauth',
      'sandbox',
      'topics',
      'ttcm',
    ];
    expect(ours.map(([name]) => name).sort()).toEqual(parts);
    for (const [name, { command, build }] of ours) {
      expect(command).toEqual([name]);
      expect(existsSync(join(root, build?.dockerfile ?? ''))).toBe(true);
    }
  });

  it('publishes ports on the loopback address only', () => {
    const ports = services.flatMap(([, { ports = [] }]) => ports);
    expect(ports.length).toBeGreaterThan(0);
    expect(ports.filter((port) => !port.startsWith('127.0.0.1:'))).toEqual([]);
  });

  it('checks the health of everything that stays', () => {
    const unchecked = services.filter(([, { healthcheck }]) => healthcheck === undefined).map(([name]) => name);
    expect(unchecked.sort()).toEqual(['migrate', 'topics']);
  });
});

describe('the image', () => {
  const dockerfile = read('deploy/images/Dockerfile');

  it('copies the manifest of every workspace before it installs', () => {
    const lockfile = JSON.parse(read('package-lock.json')) as { packages: Record<string, { link?: boolean }> };
    const workspaces = Object.keys(lockfile.packages).filter((path) => path !== '' && !path.includes('node_modules'));
    const missing = workspaces.filter((path) => !dockerfile.includes(`COPY ${path}/package.json ${path}/`));
    expect(missing).toEqual([]);
  });

  it('runs Node 24 and not as root', () => {
    expect(dockerfile).toMatch(/^FROM node:24-/m);
    expect(dockerfile.lastIndexOf('USER node')).toBeGreaterThan(dockerfile.lastIndexOf('FROM '));
  });
});
