import { NativeSelect } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { chooseLanguage, currentLanguage, languages, type Language } from '../i18n';

/** Each language by its own name, so that it is found by whoever can not read the present one. */
export function LanguageChoice() {
  const { t } = useTranslation();
  return (
    <NativeSelect
      size="xs"
      w="max-content"
      aria-label={t('app.language')}
      value={currentLanguage()}
      data={Object.entries(languages).map(([value, label]) => ({ value, label }))}
      onChange={(event) => void chooseLanguage(event.currentTarget.value as Language)}
    />
  );
}
