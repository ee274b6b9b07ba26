import { faultsOfApplication, fieldsAfter } from './application';
import { newApplicationSlug } from './application-slug';

const complete = { name: 'New Creator', email: 'applicant@example.com', emailVerified: true, fields: {} };
const city = { key: 'city', label: 'City', kind: 'text', choices: [], required: true } as const;
const fieldsOf = (...args: Parameters<typeof faultsOfApplication>) => faultsOfApplication(...args).map((f) => f.field);

describe('an application', () => {
  it('can be submitted once everything that is asked is there', () => {
    expect(fieldsOf(complete, [], 1)).toEqual([]);
    expect(fieldsOf({ ...complete, fields: { city: 'Berlin' } }, [city], 1)).toEqual([]);
  });

  it('lacks what is not', () => {
    expect(fieldsOf(complete, [city], 0)).toEqual(['socialAccounts', 'fields.city']);
    expect(fieldsOf({ ...complete, name: ' ', emailVerified: false }, [], 1)).toEqual(['name', 'email']);
    expect(fieldsOf({ ...complete, name: null, email: null }, [], 1)).toEqual(['name', 'email']);
  });
});

describe('a draft', () => {
  const topic = { ...city, key: 'topic' };
  const proto = { ...city, key: 'constructor' };

  it('keeps what was typed elsewhere, and takes one away that is emptied', () => {
    expect(fieldsAfter({ city: 'Berlin', topic: 'food' }, { topic: 'travel' }, [city, topic])).toEqual({
      city: 'Berlin',
      topic: 'travel',
    });
    expect(fieldsAfter({ city: 'Berlin', topic: 'food' }, { city: ' ' }, [city, topic])).toEqual({ topic: 'food' });
  });

  it('keeps nothing that is not asked for, or not any more', () => {
    expect(fieldsAfter({ city: 'Berlin' }, { other: 'x' }, [topic, proto])).toEqual({});
  });
});

describe('the address of an application form', () => {
  it('begins with the short name of the organisation, ends unguessably, and has no look-alikes', () => {
    const slugs = Array.from({ length: 200 }, () => newApplicationSlug('bright-agency'));
    expect(new Set(slugs).size).toBe(200);
    for (const slug of slugs) expect(slug).toMatch(/^bright-agency-[a-hjkmnp-z2-9]{10}$/);
  });
});
