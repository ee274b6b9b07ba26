import { AppError, defineError, refusalOf, type ErrorKind } from './app-error';
import { fieldFault } from './field-faults';

const anError = (kind: ErrorKind) => new AppError(defineError(`thing.${kind}`, kind, 'It is so.', 'Do this.'));

describe('the refusal of one of many', () => {
  it('has the words that an answer of its own would have', () => {
    expect(refusalOf(anError('conflict'))).toEqual({
      code: 'thing.conflict',
      title: 'It is so.',
      nextStep: 'Do this.',
    });
    const errors = [fieldFault('email', 'not_email')];
    const { definition } = anError('invalid_input');
    expect(refusalOf(new AppError(definition, { errors })).errors).toEqual(errors);
  });

  it.each([anError('bug'), anError('unavailable'), anError('throttled'), new Error('other')])(
    'is not made of what is not about the thing itself: %s',
    (error) => {
      expect(() => refusalOf(error)).toThrow(error);
    },
  );
});
