/** What became of a page that was asked for. */
export type Refused = 'throttled' | 'unavailable' | 'fault' | 'signedOut' | 'attempt' | 'unknown';

export interface Words {
  /** That it is, as an HTML document names it. */
  language: string;
  text: Readonly<Record<Refused, readonly [title: string, text: string]>>;
  soon: string;
  /** `{{time}}` is an amount of seconds or minutes. */
  after: string;
  again: string;
  signIn: string;
  home: string;
  back: string;
  /** `{{id}}` is what the operator finds it by. */
  reference: string;
}

const en: Words = {
  language: 'en',
  text: {
    throttled: [
      'One moment, please',
      'Many pages were asked for from here in a short time, so this one has to wait a little. Nothing is lost.',
    ],
    unavailable: [
      'This page is not there right now',
      'A part of Creator Connect does not answer at the moment. Nothing is lost.',
    ],
    fault: ['Something went wrong on our side', 'You did nothing wrong. Please try again.'],
    signedOut: ['Please sign in', 'This page is for people who are signed in.'],
    attempt: [
      'Nothing was connected',
      'This attempt to connect is too old, was used already, or was started in another browser or by another person. Go back, and connect again in this browser.',
    ],
    unknown: [
      'This page can not be opened',
      'Something about its address is not right. Open the link once more from where you have it, or begin at the start page.',
    ],
  },
  soon: 'Try again in a few seconds.',
  after: 'Try again in {{time}}.',
  again: 'Try again',
  signIn: 'Sign in',
  home: 'To the start page',
  back: 'Back',
  reference: 'If it stays so, tell the operator this reference: {{id}}',
};

const de: Words = {
  language: 'de',
  text: {
    throttled: [
      'Einen Moment bitte',
      'Von hier wurden in kurzer Zeit viele Seiten aufgerufen, deshalb muss diese kurz warten. Es geht nichts verloren.',
    ],
    unavailable: [
      'Diese Seite ist gerade nicht da',
      'Ein Teil von Creator Connect antwortet im Moment nicht. Es geht nichts verloren.',
    ],
    fault: ['Bei uns ist etwas schiefgegangen', 'Du hast nichts falsch gemacht. Bitte versuch es noch einmal.'],
    signedOut: ['Bitte melde dich an', 'Diese Seite ist für Leute, die angemeldet sind.'],
    attempt: [
      'Es wurde nichts verbunden',
      'Dieser Versuch ist zu alt, wurde schon benutzt oder in einem anderen Browser oder von jemand anderem begonnen. Geh zurück und verbinde noch einmal in diesem Browser.',
    ],
    unknown: [
      'Diese Seite lässt sich nicht öffnen',
      'Mit ihrer Adresse stimmt etwas nicht. Öffne den Link noch einmal von dort, wo du ihn hast, oder fang auf der Startseite an.',
    ],
  },
  soon: 'Versuch es in ein paar Sekunden noch einmal.',
  after: 'Versuch es in {{time}} noch einmal.',
  again: 'Noch einmal versuchen',
  signIn: 'Anmelden',
  home: 'Zur Startseite',
  back: 'Zurück',
  reference: 'Wenn es so bleibt, nenn dem Betreiber diese Nummer: {{id}}',
};

const words = { en, de } as const;
type Language = keyof typeof words;

/** In the first language of the reader that we speak. */
export function wordsFor(locales: readonly string[]): Words {
  const spoken = locales.map((tag) => tag.split('-', 1)[0]!.toLowerCase());
  return words[spoken.find((one): one is Language => one in words) ?? 'en'];
}
