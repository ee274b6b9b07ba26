import { refusedPage, type RefusedPage } from './refused-page';

const shown = (more: Partial<RefusedPage>) =>
  refusedPage({
    status: 429,
    retryAfterSeconds: 40,
    correlationId: 'the-reference',
    locales: ['en-GB'],
    publicUrl: 'https://connect.example',
    nonce: 'nonce',
    ...more,
  });

describe('the page of who is refused one', () => {
  it.each([
    [0, 'Try again in a few seconds.', 'Versuch es in ein paar Sekunden noch einmal.'],
    [40, 'Try again in 40 seconds.', 'Versuch es in 40 Sekunden noch einmal.'],
    [150, 'Try again in 3 minutes.', 'Versuch es in 3 Minuten noch einmal.'],
  ])('says when to try again: %s seconds', (retryAfterSeconds, english, german) => {
    expect(shown({ retryAfterSeconds })).toContain(english);
    expect(shown({ retryAfterSeconds, locales: ['fr', 'de-CH'] })).toContain(german);
  });

  it('speaks English to whom nobody speaks the language of', () => {
    expect(shown({ locales: ['fr'] })).toContain('<html lang="en">');
    expect(shown({ locales: [] })).toContain('<html lang="en">');
  });

  it.each([429, 500, 502, 503, 504])('asks for the same address again: %s', (status) => {
    const page = shown({ status });
    expect(page).toContain('<a class="button" href="">Try again</a>');
    expect(page.match(/<script[^>]*>/g)).toEqual(['<script nonce="nonce">']);
  });

  it.each([
    [401, 'Please sign in', 'https://connect.example/sign-in'],
    [400, 'This page can not be opened', 'https://connect.example/'],
    [413, 'This page can not be opened', 'https://connect.example/'],
  ])('leads on where trying again is of no use: %s', (status, title, place) => {
    const page = shown({ status });
    expect(page).toContain(`<h1>${title}</h1>`);
    expect(page).toContain(`href="${place}"`);
    expect(page).not.toContain('<script');
  });

  it('leads back to where somebody began to connect, whose return from the platform was refused', () => {
    for (const status of [400, 403]) {
      const page = shown({ status, began: '/apply' });
      expect(page).toContain('<h1>Nothing was connected</h1>');
      expect(page).toContain('<a class="button" href="https://connect.example/apply">Back</a>');
    }
    expect(shown({ status: 503, began: '/apply' })).toContain('Try again');
    expect(shown({ status: 403, began: '/connect', locales: ['de'] })).toContain('Es wurde nichts verbunden');
  });

  it.each([500, 503])('tells the reference of %s, which is no fault of the reader', (status) => {
    expect(shown({ status })).toContain('the-reference');
    expect(shown({ status: 429 })).not.toContain('the-reference');
  });
});
