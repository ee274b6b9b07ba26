import { clearSent } from './clear-sent';

describe('a form whose values arrived', () => {
  const formWith = (text: string) => {
    const form = { text, getValues: () => ({ text: form.text }), reset: () => void (form.text = '') };
    return form;
  };

  it('is empty again', () => {
    const form = formWith('A thought');
    clearSent(form as never, { text: 'A thought' });
    expect(form.text).toBe('');
  });

  it('keeps what somebody typed while they were on their way', () => {
    const form = formWith('A thought, and another');
    clearSent(form as never, { text: 'A thought' });
    expect(form.text).toBe('A thought, and another');
  });
});
