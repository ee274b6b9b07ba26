import { t } from 'i18next';
import * as z from 'zod/mini';

/** What is wrong with a field and how to mend it, in the language of the page (WCAG 3.3.1 and 3.3.3). */
z.config({
  customError: (issue) => {
    if (issue.code === 'too_small') {
      return t(issue.minimum === 1 ? 'form.required' : 'form.tooShort', { length: Number(issue.minimum) });
    }
    if (issue.code === 'too_big') return t('form.tooLong', { length: Number(issue.maximum) });
    if (issue.code === 'invalid_format' && issue.format === 'email') return t('form.email');
    return t(issue.input === undefined ? 'form.required' : 'form.invalid');
  },
});

/** Text that may not be left out; spaces around it are not part of it. */
export const neededText = (maxLength: number, minLength = 1) =>
  z.string().check(z.trim(), z.minLength(minLength), z.maxLength(maxLength));

/** As browsers understand `type="email"`, so that nothing is refused that the service would take. */
export const emailAddress = () =>
  z.string().check(z.trim(), z.minLength(1), z.email({ pattern: z.regexes.html5Email }));

/** Every character of it counts. */
export const presentPassword = () => z.string().check(z.minLength(1));

/** The lengths that the gateway takes (NIST SP 800-63B-4: at least 15 where a password stands alone). */
export const newPassword = () => z.string().check(z.minLength(15), z.maxLength(128));

/** Digits of a mail or an app, or a recovery code; however they were typed. */
export const proofCode = () =>
  z.pipe(
    z.string(),
    z.pipe(
      z.transform((typed: string) => typed.replaceAll(/\s/g, '')),
      z.string().check(z.minLength(1), z.maxLength(40)),
    ),
  );
