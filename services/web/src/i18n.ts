import i18next from 'i18next';
import { initReactI18next } from 'react-i18next';
import { en } from './locales/en';
import type { Locale, MembersLocale, OwnDataLocale } from './locales/locale';

/** By the code of an error: what happened, and what to do now. */
type ErrorTexts = Readonly<Record<string, readonly [title: string, nextStep: string]>>;
interface Fault {
  code: string;
  message: string;
  params?: Readonly<Record<string, unknown>>;
}
interface Words {
  translation: Locale;
  errors: ErrorTexts;
  faults: Readonly<Record<string, string>>;
}

export const languages = { en: 'English', de: 'Deutsch' } as const;
export type Language = keyof typeof languages;

const isLanguage = (value: string | null | undefined): value is Language => value != null && value in languages;
const main = (tag: string | null | undefined) => tag?.split('-', 1)[0];

/** Words that only some pages need: whoever reads none of these never fetches them. */
interface Parts {
  /** For members of an organisation. */
  members: MembersLocale;
  /** For creators who look at what is held about them. */
  ownData: OwnDataLocale;
}
type Part = keyof Parts;
type PartLoaders = { readonly [Name in Part]: () => Promise<Parts[Name]> };

/**
 * What a language consists of. English is part of the app, for it is what every other language falls back to; the rest
 * comes when somebody reads it.
 */
const loaders: Readonly<Record<Language, { app?: () => Promise<Words>; parts: PartLoaders }>> = {
  en: {
    parts: {
      members: () => import('./locales/en-members').then(({ enMembers }) => enMembers),
      ownData: () => import('./locales/en-own-data').then(({ enOwnData }) => enOwnData),
    },
  },
  de: {
    app: async () => {
      const [{ de }, { deErrors }, { deFieldFaults }] = await Promise.all([
        import('./locales/de'),
        import('./locales/de-errors'),
        import('./locales/de-field-faults'),
      ]);
      return { translation: de, errors: deErrors, faults: deFieldFaults };
    },
    parts: {
      members: () => import('./locales/de-members').then(({ deMembers }) => deMembers),
      ownData: () => import('./locales/de-own-data').then(({ deOwnData }) => deOwnData),
    },
  },
};

const chosenKey = 'language';
/** What was chosen by hand in this browser; it says nothing about the person. */
const chosen = (): Language | undefined => {
  const value = localStorage.getItem(chosenKey);
  return isLanguage(value) ? value : undefined;
};

const ofTheBrowser = () => navigator.languages.map(main).find(isLanguage) ?? 'en';

export const currentLanguage = (): Language => (isLanguage(i18next.language) ? i18next.language : 'en');

/** What pages of this visit have asked for. */
const needed = new Set<Part>();

async function speak(language: Language): Promise<void> {
  const { app, parts } = loaders[language];
  await Promise.all([
    app && !i18next.hasResourceBundle(language, 'errors') && app().then((words) => addWords(language, words)),
    ...[...needed].map(async (part) => i18next.addResourceBundle(language, 'translation', await parts[part](), true)),
  ]);
  await i18next.changeLanguage(language);
}

function addWords(language: Language, { translation, errors, faults }: Words): void {
  i18next.addResourceBundle(language, 'translation', translation, true);
  i18next.addResourceBundle(language, 'errors', errors);
  i18next.addResourceBundle(language, 'faults', faults);
}

/** Before the first page that needs them is shown. */
export async function speakOf(part: Part): Promise<void> {
  if (needed.has(part)) return;
  needed.add(part);
  await speak(currentLanguage()).catch((error: unknown) => {
    needed.delete(part);
    throw error;
  });
}

/** React escapes already; what is left to do with a number in a sentence is to group its digits. */
export const interpolation = {
  useRawValueToEscape: true,
  escape: (value: unknown): string => (typeof value === 'number' ? formatNumber(value) : String(value)),
};

export async function startLanguages(): Promise<void> {
  i18next.on('languageChanged', (language) => (document.documentElement.lang = language));
  await i18next.use(initReactI18next).init({
    lng: 'en',
    fallbackLng: 'en',
    resources: { en: { translation: en } },
    interpolation,
  });
  // Without a connection the app speaks English rather than not at all.
  await speak(chosen() ?? ofTheBrowser()).catch(() => undefined);
}

/** An error of the services in the language that is spoken, if it is not the one in which they speak themselves. */
export function errorText(code: string): { title: string; nextStep: string } | undefined {
  const texts = i18next.getResourceBundle(i18next.language, 'errors') as ErrorTexts | undefined;
  const text = texts?.[code];
  return text && { title: text[0], nextStep: text[1] };
}

/** Why a field is refused, by its code; the services' own English words where there is no other. */
export function faultText({ code, message, params = {} }: Fault): string {
  const texts = i18next.getResourceBundle(i18next.language, 'faults') as Record<string, string> | undefined;
  return texts?.[code]?.replaceAll(/{{(\w+)}}/g, (_, name: string) => String(params[name] ?? '')) ?? message;
}

/** By hand: stays, whatever browser and profile say. */
export async function chooseLanguage(language: Language): Promise<void> {
  localStorage.setItem(chosenKey, language);
  await speak(language);
}

/** As the profile of a creator says, in which their mails are written too; what was chosen by hand is stronger. */
export async function preferLanguage(locale: string | null | undefined): Promise<void> {
  const language = main(locale);
  if (chosen() === undefined && isLanguage(language) && language !== currentLanguage()) await speak(language);
}

/** What `Intl` can read of it: a browser that was started without a language has one like `en-US@posix`. */
function localeOf(tag: string): Intl.Locale | undefined {
  try {
    return new Intl.Locale(tag.split('@', 1)[0]!);
  } catch {
    return undefined;
  }
}

/**
 * The language that is spoken, in the region of the browser's first one: whoever reads English in a German browser does not
 * write their dates as Americans do.
 */
function formatLocale(): string {
  const language = currentLanguage();
  const first = navigator.languages.map(localeOf).find((locale) => locale !== undefined);
  if (first === undefined) return language;
  if (first.language === language) return first.toString();
  return new Intl.Locale(language, { region: first.maximize().region }).toString();
}

/** A calendar day has no time zone. */
const onCalendar = (day: string, options: Intl.DateTimeFormatOptions) =>
  new Intl.DateTimeFormat(formatLocale(), { ...options, timeZone: 'UTC' }).format(new Date(`${day}T00:00:00Z`));

export const formatDay = (day: string) => onCalendar(day, { dateStyle: 'medium' });

/** Below an axis, where one year would be told again and again. */
export const formatDayOfYear = (day: string) => onCalendar(day, { day: 'numeric', month: 'short' });

/** Of YYYY-MM. */
export const formatMonth = (month: string) => onCalendar(`${month}-01`, { month: 'long', year: 'numeric' });

export const formatNumber = (value: number) => new Intl.NumberFormat(formatLocale()).format(value);

/** Short enough for an axis: 1.2M. */
export const formatCompact = (value: number) =>
  new Intl.NumberFormat(formatLocale(), {
    notation: 'compact',
    maximumSignificantDigits: 4,
    useGrouping: 'always',
  }).format(value);

/** Of a file. */
export const formatSize = (bytes: number) => {
  const [value, unit] = bytes < 1_000_000 ? [bytes / 1_000, 'kilobyte'] : [bytes / 1_000_000, 'megabyte'];
  return new Intl.NumberFormat(formatLocale(), { style: 'unit', unit, maximumFractionDigits: 1 }).format(value);
};

/** All to one digit: they stand below each other. */
export const formatShare = (value: number) =>
  new Intl.NumberFormat(formatLocale(), {
    style: 'percent',
    minimumFractionDigits: 1,
    maximumFractionDigits: 1,
  }).format(value);

/** For what happens within the hour. */
export const formatClock = (at: Date) => new Intl.DateTimeFormat(formatLocale(), { timeStyle: 'medium' }).format(at);

/** In the reader's own language and time zone. */
export const formatDate = (iso: string) =>
  new Intl.DateTimeFormat(formatLocale(), { dateStyle: 'medium', timeStyle: 'short' }).format(new Date(iso));
