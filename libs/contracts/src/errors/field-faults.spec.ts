import { fieldFault } from './field-faults';

describe('why a field is refused', () => {
  it('is said by code, with what its words are filled in with', () => {
    expect(fieldFault('name', 'wrong_length', { min: 1, max: 200 })).toEqual({
      field: 'name',
      code: 'wrong_length',
      message: 'must have 1 to 200 characters',
      params: { min: 1, max: 200 },
    });
    expect(fieldFault('email', 'not_email')).toEqual({
      field: 'email',
      code: 'not_email',
      message: 'must be an e-mail address',
    });
  });
});
