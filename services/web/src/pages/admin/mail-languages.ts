/** That mails are written in; each by its own name, so that whoever reads it finds it. */
export const mailLanguages = [
  { value: 'en', label: 'English' },
  { value: 'de', label: 'Deutsch' },
] as const;
