import { inspect } from 'node:util';
import { SecretText } from './secret-text';
import { freshToken } from './testing/loopback-platform';

it('shows itself to nobody who does not ask', () => {
  const value = freshToken('secret');
  const secret = new SecretText(value);
  const shown = [String(secret), JSON.stringify({ secret }), inspect({ secret }, { showHidden: true })];
  expect(shown.join(' ')).not.toContain(value);
  expect(secret.reveal()).toBe(value);
});
