import i18next from 'i18next';
import { de } from '../locales/de';
import { deErrors } from '../locales/de-errors';
import { deFieldFaults } from '../locales/de-field-faults';
import { en } from '../locales/en';
import { refusedRowText } from './refused-row';

const noReport = { code: 'accounts.no_report', title: 'There is no report.', nextStep: 'Look it up.' };
const invalid = {
  code: 'request.invalid',
  title: 'The request is not valid.',
  nextStep: 'Correct it.',
  errors: [
    { field: 'email', code: 'not_email', message: 'must be an e-mail address' },
    { field: 'social_account_id', code: 'not_id', message: 'must be an id (UUID)' },
  ],
};

beforeAll(async () => {
  await i18next.init({
    lng: 'en',
    resources: { en: { translation: en }, de: { translation: de, errors: deErrors, faults: deFieldFaults } },
  });
});

describe('why a row of a file is refused', () => {
  it('is said in the words of the service in English', async () => {
    await i18next.changeLanguage('en');
    expect(refusedRowText(noReport)).toBe('There is no report. Look it up.');
    expect(refusedRowText(invalid)).toBe(
      'The request is not valid. E-mail address: must be an e-mail address. social_account_id: must be an id (UUID).',
    );
  });

  it('is said in German, with the faults of its fields', async () => {
    await i18next.changeLanguage('de');
    expect(refusedRowText(noReport)).toBe(deErrors['accounts.no_report']!.join(' '));
    expect(refusedRowText(invalid)).toBe(
      `${deErrors['request.invalid']![0]} E-Mail-Adresse: muss eine E-Mail-Adresse sein. social_account_id: muss eine Kennung (UUID) sein.`,
    );
    expect(refusedRowText({ ...noReport, code: 'new.one' })).toBe('There is no report. Look it up.');
  });
});
