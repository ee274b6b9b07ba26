/** Languages that mails are written in (BCP 47, without a region). The first is the one of whoever has no other. */
export const mailLanguages = ['en', 'de'] as const;
export type MailLanguage = (typeof mailLanguages)[number];
