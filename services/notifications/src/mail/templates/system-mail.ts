import type { MailContent } from './layout';
import { subjectLine } from './plain-text';
import type { Language, SystemMail } from './words';

export function systemMailContent(mail: SystemMail, language: Language): MailContent {
  const content = language.system(mail);
  return { ...content, locale: language.locale, subject: subjectLine(content.subject) };
}
