import i18next from 'i18next';
import { deFieldFaults } from '../locales/de-field-faults';
import { de } from '../locales/de';
import { en } from '../locales/en';
import { fieldFaultText } from './field-fault';

const fault = {
  field: 'items.2.choices',
  code: 'too_many',
  message: 'must have at most 50 entries',
  params: { max: 50 },
};

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    resources: { en: { translation: en }, de: { translation: de, faults: deFieldFaults } },
  });
});

describe('what is wrong with a field', () => {
  it('is said in the words of the service in English, under the name that the page has for it', async () => {
    await i18next.changeLanguage('en');
    expect(fieldFaultText(fault)).toBe('3. Choices: must have at most 50 entries');
    expect(fieldFaultText({ ...fault, field: 'fields.shirt_size' })).toBe('shirt_size: must have at most 50 entries');
  });

  it('is said in German, filled in', async () => {
    await i18next.changeLanguage('de');
    expect(fieldFaultText(fault)).toBe('3. Auswahl: darf höchstens 50 Einträge haben');
    expect(fieldFaultText({ field: 'email', code: 'not_email', message: 'x' })).toBe(
      'E-Mail-Adresse: muss eine E-Mail-Adresse sein',
    );
    expect(fieldFaultText({ field: 'email', code: 'new_one', message: 'in English' })).toBe(
      'E-Mail-Adresse: in English',
    );
  });
});
