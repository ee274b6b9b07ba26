import { slugOf } from './slug';

describe('the short name of an organisation', () => {
  it.each([
    ['Bright Agency', 'bright-agency'],
    ['  North & South! ', 'north-south'],
    ['Agentur Müller-Weiß', 'agentur-muller-weiss'],
    ['50 Faces, 1 Book', '50-faces-1-book'],
    ['東京エージェンシー', 'organisation'],
    ['x'.repeat(90), 'x'.repeat(33)],
    [`${'x'.repeat(32)} yz`, 'x'.repeat(32)],
  ])('of %s', (name, slug) => {
    expect(slugOf(name)).toBe(slug);
    expect(slug).toMatch(/^[a-z0-9](?:[a-z0-9-]{0,38}[a-z0-9])?$/);
  });
});
