import type { AppError } from '@creator-connect/contracts';

/**
 * What a person sees whose return from a platform was refused. Everything on it comes from our own catalogue of errors:
 * nothing that stood in the address is shown (security OC-06).
 */
export function refusalPage({ definition }: AppError): string {
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not connected</title></head>
<body><main><h1>${escape(definition.title)}</h1><p>${escape(definition.nextStep)}</p><p><a href="/connect">Back</a></p></main></body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
