import { hintOf } from './address-hint';

it('shows the first sign and the domain of an address, however long it is', () => {
  expect(['somebody@example.com', 'x@example.com'].map(hintOf)).toEqual(['s•••@example.com', 'x•••@example.com']);
});
