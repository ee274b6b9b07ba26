import { AppError, errorCatalogue, fieldFaults } from '../errors';

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
    '# Faults of fields',
    '',
    '`errors` of a `request.invalid` names each field at fault with a `code`, its words in `message`, and in `params` what the',
    'words are filled in with.',
    '',
    ...Object.entries(fieldFaults).map(([code, words]) => `- \`${code}\`: ${words}`),
    '',
  ].join('\n');
}
