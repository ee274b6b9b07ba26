import { AppError, errorCatalogue } from '../errors';

/** docs/errors.md: every stable error code with its cause and next step. */
export function errorsPage(): string {
  const sections = errorCatalogue.map((definition) =>
    [
      `## ${definition.code}`,
      '',
      `HTTP ${new AppError(definition).status}. ${definition.title}`,
      '',
      `**What to do:** ${definition.nextStep}`,
      '',
    ].join('\n'),
  );
  return [
    '# Error codes',
    '',
    'Every error is an `application/problem+json` document (RFC 9457) with the members `code`, `title`, `detail`,',
    '`nextStep` and `correlationId`. The codes are stable.',
    '',
    ...sections,
  ].join('\n');
}
