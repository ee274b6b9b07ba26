import { escapeHtml } from '../docs/html';
import { wordsFor, type Refused, type Words } from './words';

export interface RefusedPage {
  status: number;
  /** Nought where nobody knows. */
  retryAfterSeconds: number;
  correlationId: string;
  /** Where whoever comes back from a platform began to connect: a path of the web app. */
  began?: string | undefined;
  locales: readonly string[];
  publicUrl: string;
  /** Lets its style and its one line of script through the Content-Security-Policy. */
  nonce: string;
}

/**
 * What a person sees whose page was refused. It needs no other file, since that may be refused as well.
 */
export function refusedPage(page: RefusedPage): string {
  const words = wordsFor(page.locales);
  const refused = refusedBy(page);
  const [title, text] = words.text[refused];
  const passes = refused === 'throttled' || refused === 'unavailable';
  const when = passes ? `<p><strong>${whenText(words, page.retryAfterSeconds)}</strong></p>` : '';
  const reference =
    refused === 'unavailable' || refused === 'fault'
      ? `<p><small>${escapeHtml(words.reference.replace('{{id}}', page.correlationId))}</small></p>`
      : '';
  return `<!doctype html>
<html lang="${words.language}">
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>${escapeHtml(title)} · Creator Connect</title>
<style nonce="${page.nonce}">${style}</style>
</head>
<body>
<main>
<p>Creator Connect</p>
<h1>${escapeHtml(title)}</h1>
<p>${escapeHtml(text)}</p>
${when}
${wayOn(refused, words, page)}
${reference}
</main>
</body>
</html>
`;
}

/** By its status, and by where it was: so it is the same for what the gateway refuses and for what a service does. */
function refusedBy({ status, began }: RefusedPage): Refused {
  if (status === 429) return 'throttled';
  if (status === 401) return 'signedOut';
  if (status === 502 || status === 503 || status === 504) return 'unavailable';
  if (status >= 500) return 'fault';
  return began === undefined ? 'unknown' : 'attempt';
}

function whenText(words: Words, seconds: number): string {
  if (seconds < 5) return words.soon;
  const [amount, unit] = seconds < 100 ? [seconds, 'second'] : [Math.ceil(seconds / 60), 'minute'];
  const time = new Intl.NumberFormat(words.language, { style: 'unit', unit, unitDisplay: 'long' }).format(amount);
  return words.after.replace('{{time}}', time);
}

function wayOn(refused: Refused, words: Words, { publicUrl, nonce, began }: RefusedPage): string {
  const link = (path: string, text: string) =>
    `<p><a class="button" href="${escapeHtml(`${publicUrl}${path}`)}">${escapeHtml(text)}</a></p>`;
  if (refused === 'signedOut') return link('/sign-in', words.signIn);
  if (refused === 'unknown') return link('/', words.home);
  if (refused === 'attempt') return link(began ?? '/', words.back);
  return `<p><a class="button" href="">${escapeHtml(words.again)}</a></p>
<script nonce="${nonce}">${reload}</script>`;
}

/** A link to the same address loses what stands behind its `#`, where links from mails carry their tokens; loading anew does not. */
const reload = `document.querySelector('.button').addEventListener('click', (press) => { press.preventDefault(); location.reload(); });`;

/** As the page in the web app's index.html that stands there until the program has come. */
const style = `
main { max-width: 32rem; margin: 4rem auto; padding: 0 1rem; font: 1rem/1.5 system-ui, sans-serif; background: Canvas; color: CanvasText; }
h1 { font-size: 1.5rem; line-height: 1.3; }
small { overflow-wrap: anywhere; }
.button { display: inline-block; padding: .6rem 1.2rem; border-radius: .25rem; background: CanvasText; color: Canvas; text-decoration: none; }
`;
