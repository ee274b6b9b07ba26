import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { serviceNames } from '../runner/service-names';
import { containerCommands } from './container-commands';

describe('a part of the system in a container', () => {
  const home = mkdtempSync(join(tmpdir(), 'connect-container-'));
  afterAll(() => rmSync(home, { recursive: true }));

  const env = {
    CONNECT_HOME: home,
    DATABASE_URL: 'postgres://postgres:made-at-run-time@postgres:5432/creator_connect',
    KAFKA_BROKERS: 'kafka:9092',
    SMTP_URL: 'smtp://maildev:1025',
    META_APP_ID: '',
  };
  const environmentOf = (part: 'oauth' | 'notifications' | 'gateway' | 'sandbox') =>
    containerCommands(part, env)[0]?.env ?? {};

  it('finds the others by their names in the network, and listens for them', () => {
    expect(environmentOf('oauth')).toMatchObject({
      HOST: '0.0.0.0',
      ACCOUNTS_URL: 'http://accounts:4402',
      META_GRAPH_URL: 'http://sandbox:4406/graph',
      KAFKA_BROKERS: 'kafka:9092',
    });
    expect(environmentOf('notifications')['SMTP_URL']).toBe('smtp://maildev:1025');
    expect(environmentOf('sandbox')['SANDBOX_TIKTOK_WEBHOOK_URL']).toBe('http://gateway:4400/webhooks/tiktok');
  });

  it('keeps the addresses that a browser uses', () => {
    expect(environmentOf('oauth')).toMatchObject({
      PUBLIC_URL: 'http://localhost:4400',
      META_DIALOG_URL: 'http://facebook.localhost:4406',
    });
    expect(environmentOf('gateway')['IMAGE_SOURCES']).toContain('http://instagram.localhost:4406');
  });

  it('signs in to the database as the service, never as the superuser', () => {
    const url = new URL(environmentOf('oauth')['DATABASE_URL'] ?? '');
    expect([url.username, url.host]).toEqual(['oauth_app', 'postgres:5432']);
  });

  it('tells no service but oauth where the keys of the vault are (VK-01)', () => {
    const keys = (part: (typeof serviceNames)[number]) =>
      Object.keys(containerCommands(part, env)[0]!.env).filter((name) => name.startsWith('VAULT_'));
    expect(serviceNames.filter((part) => keys(part).length > 0)).toEqual(['oauth']);
  });

  it('shares one set of secrets with every other part', () => {
    expect(environmentOf('sandbox')['SANDBOX_META_APP_SECRET']).toBe(environmentOf('oauth')['META_APP_SECRET']);
  });

  it('migrates every schema, and refuses a part it does not know', () => {
    expect(containerCommands('migrate', env).map(({ entry }) => entry)).toHaveLength(6);
    expect(() => containerCommands('nonsense' as 'oauth', env)).toThrow('There is no part named nonsense');
  });
});
