import type { AppError } from '@creator-connect/contracts';
import type { Actor } from './domain/connect-transaction';

/** Where somebody connects accounts: pages of the web app. */
const places: Readonly<Record<Actor['kind'], string>> = {
  influencer: '/dashboard',
  applicant: '/apply',
  link: '/connect',
};

/**
 * What a person sees whose return from a platform was refused. Everything on it comes from our own catalogue of errors:
 * nothing that stood in the address is shown (security OC-06).
 */
export function refusalPage({ definition }: AppError, actor: Actor | null): string {
  const back = places[actor?.kind ?? 'link'];
  return `<!doctype html>
<html lang="en">
<head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>Not connected</title></head>
<body><main><h1>${escape(definition.title)}</h1><p>${escape(definition.nextStep)}</p><p><a href="${back}">Back</a></p></main></body>
</html>
`;
}

function escape(text: string): string {
  return text.replace(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
