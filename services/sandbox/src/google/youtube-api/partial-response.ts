import { badParameter, type GoogleApiError } from '../api-error';

interface Selection {
  name: string;
  of: Selection[];
}

/** What the documents know and an answer may lack: parts that were not asked for, neighbours of the page, hidden counts. */
const MAY_BE_ABSENT = new Set(
  (
    'items nextPageToken prevPageToken tokenPagination eventId visitorId ' +
    'id snippet statistics contentDetails status brandingSettings topicDetails localizations ' +
    'subscriberCount likeCount commentCount country tags videoPublishedAt defaultLanguage videoId channelId playlistId'
  ).split(' '),
);

/**
 * `fields`, the partial response that every API of Google's knows: `nextPageToken,items(id,snippet/title)`, `*` for
 * everything of a level. [K; wording inf]
 */
export function maskedAnswer(answer: object, fields: string | undefined): object {
  return fields === undefined || fields === '' ? answer : (chosenOf(answer, readSelections(fields)) as object);
}

function chosenOf(value: unknown, chosen: readonly Selection[]): unknown {
  if (chosen.length === 0 || chosen.some(({ name, of }) => name === '*' && of.length === 0)) return value;
  if (Array.isArray(value)) {
    refuseUnknown(new Set(value.flatMap((one) => Object.keys(bag(one)))), value.length > 0, chosen);
    return value.map((one) => chosenParts(one, chosen));
  }
  refuseUnknown(new Set(Object.keys(bag(value))), true, chosen);
  return chosenParts(value, chosen);
}

function chosenParts(value: unknown, chosen: readonly Selection[]): object {
  const parts = bag(value);
  const everywhere = chosen.find(({ name }) => name === '*');
  return Object.fromEntries(
    Object.keys(parts).flatMap((name) => {
      const selection = chosen.find((one) => one.name === name) ?? everywhere;
      return selection ? [[name, chosenOf(parts[name], selection.of)]] : [];
    }),
  );
}

function refuseUnknown(present: ReadonlySet<string>, known: boolean, chosen: readonly Selection[]): void {
  const unknown = chosen.find(({ name }) => known && name !== '*' && !present.has(name) && !MAY_BE_ABSENT.has(name));
  if (unknown) throw invalidSelection(unknown.name);
}

/** `a,b/c,d(e,f/g)` */
function readSelections(text: string): Selection[] {
  let at = 0;
  const list = (): Selection[] => {
    const found = [one()];
    while (text.charAt(at) === ',') {
      at += 1;
      found.push(one());
    }
    return found;
  };
  const one = (): Selection => {
    const name = /^(\*|\w+)/.exec(text.slice(at))?.[0] ?? '';
    if (name === '') throw invalidSelection(text.slice(at) || text);
    at += name.length;
    if (text.charAt(at) === '/') {
      at += 1;
      return { name, of: [one()] };
    }
    if (text.charAt(at) !== '(') return { name, of: [] };
    at += 1;
    const of = list();
    if (text.charAt(at) !== ')') throw invalidSelection(text.slice(at) || text);
    at += 1;
    return { name, of };
  };
  const all = list();
  if (at < text.length) throw invalidSelection(text.slice(at));
  return all;
}

const invalidSelection = (what: string): GoogleApiError =>
  badParameter('invalidParameter', `Invalid field selection ${what}`, 'fields');

const bag = (value: unknown): Record<string, unknown> =>
  typeof value === 'object' && value !== null ? (value as Record<string, unknown>) : {};
