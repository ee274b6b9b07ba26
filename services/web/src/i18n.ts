import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './locales/en';

void i18next.use(initReactI18next).init({
  lng: 'en',
  fallbackLng: 'en',
  resources: { en: { translation: en } },
  // React escapes already.
  interpolation: { escapeValue: false },
});

/** A calendar day, which has no time zone. */
export const formatDay = (day: string) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

export const formatNumber = (value: number) => new Intl.NumberFormat().format(value);

/** Short enough for an axis: 1.2M. */
export const formatCompact = (value: number) =>
  new Intl.NumberFormat(undefined, { notation: 'compact', maximumSignificantDigits: 4 }).format(value);

export const formatShare = (value: number) =>
  new Intl.NumberFormat(undefined, { style: 'percent', maximumFractionDigits: 1 }).format(value);

/** In the reader's own language and time zone. */
export const formatDate = (iso: string) =>
  new Intl.DateTimeFormat(undefined, { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
