import { catalogue, eventDefinition } from './catalogue';
import { errorCatalogue } from './errors';
import { AuthExpired } from './oauth/auth-expired.event';
import { newId } from './ids';
import { topics } from './topics';

const expired = (): AuthExpired => ({
  organisationId: newId(),
  influencerId: newId(),
  accountId: newId(),
  platform: 'instagram',
  cause: 'password_changed',
  rule: 'meta:190/460',
  observedAt: new Date().toISOString(),
  grantVersion: 1,
});

describe('event catalogue', () => {
  it('has one definition per name, on a topic we create', () => {
    expect(new Set(catalogue.map((event) => event.type)).size).toBe(catalogue.length);
    for (const event of catalogue) expect(Object.values(topics)).toContain(event.topic);
    expect(eventDefinition('AuthExpired')).toBe(AuthExpired);
    expect(eventDefinition('Nonsense')).toBeUndefined();
  });

  it('keeps names, addresses and tokens out of domain events', () => {
    const personal = /name|email|address|token$|handle|caption/i;
    for (const event of catalogue.filter((candidate) => !candidate.topic.name.startsWith('collector.'))) {
      const fields = Object.keys((event.schema as unknown as { shape: object }).shape);
      expect({ event: event.type, personal: fields.filter((field) => personal.test(field)) }).toEqual({
        event: event.type,
        personal: [],
      });
    }
  });

  it('refuses an unlisted field at the producer and drops it at the reader', () => {
    const surplus = { ...expired(), handle: 'somebody' };
    expect(() => AuthExpired.produce(surplus)).toThrow(/handle/);
    expect(AuthExpired.read(surplus)).not.toHaveProperty('handle');
  });

  it('refuses an end cause outside the closed list', () => {
    expect(() => AuthExpired.produce({ ...expired(), cause: 'unknown' as 'account_gone' })).toThrow();
  });
});

describe('error catalogue', () => {
  it('has stable, unique codes with a title and a next step', () => {
    expect(new Set(errorCatalogue.map((error) => error.code)).size).toBe(errorCatalogue.length);
    for (const error of errorCatalogue) {
      expect(error.code).toMatch(/^[a-z]+\.[a-z_]+$/);
      expect(error.title).toMatch(/\.$/);
      expect(error.nextStep.length).toBeGreaterThan(10);
    }
  });
});
