import { recordedFetch } from './recorded-fetch';

/**
 * A person's browser without the pixels: it keeps cookies per host, follows links and redirects, and submits the forms
 * that stand on a page. Enough to walk through pages that work without scripts, as the platforms' pages here do.
 */
export interface Page {
  url: URL;
  status: number;
  html: string;
}

interface Form {
  action: string;
  method: string;
  fields: [name: string, value: string][];
  buttons: { name: string | null; value: string; text: string }[];
  checkboxes: { name: string; value: string; checked: boolean; disabled: boolean }[];
}

const attribute = (tag: string, name: string): string | null => {
  const match = new RegExp(`\\s${name}(?:=(?:"([^"]*)"|'([^']*)'|([^\\s>]+)))?(?=[\\s/>])`, 'i').exec(tag);
  if (!match) return null;
  return unescape(match[1] ?? match[2] ?? match[3] ?? '');
};

const entities: Record<string, string> = {
  amp: '&',
  lt: '<',
  gt: '>',
  quot: '"',
  '#39': "'",
  '#x27': "'",
  '#x2F': '/',
};
const unescape = (text: string) =>
  text.replace(/&(amp|lt|gt|quot|#39|#x27|#x2F);/g, (_whole, name: string) => entities[name]!);

const plainText = (html: string) =>
  unescape(html.replace(/<[^>]+>/g, ' '))
    .replace(/\s+/g, ' ')
    .trim();

function forms(html: string): Form[] {
  return [...html.matchAll(/<form\b[^>]*>[\s\S]*?<\/form>/gi)].map(([text]) => {
    const open = /<form\b[^>]*>/i.exec(text)![0];
    const form: Form = {
      action: attribute(open, 'action') ?? '',
      method: (attribute(open, 'method') ?? 'get').toLowerCase(),
      fields: [],
      buttons: [],
      checkboxes: [],
    };
    for (const [tag] of text.matchAll(/<input\b[^>]*>/gi)) {
      const name = attribute(tag, 'name');
      const value = attribute(tag, 'value') ?? 'on';
      const type = (attribute(tag, 'type') ?? 'text').toLowerCase();
      if (type === 'checkbox' || type === 'radio') {
        if (!name) continue;
        const [checked, disabled] = [attribute(tag, 'checked') !== null, attribute(tag, 'disabled') !== null];
        form.checkboxes.push({ name, value, checked, disabled });
      } else if (type === 'submit') form.buttons.push({ name, value, text: value });
      else if (name) form.fields.push([name, attribute(tag, 'value') ?? '']);
    }
    for (const [whole, attributes, label] of text.matchAll(/<button\b([^>]*)>([\s\S]*?)<\/button>/gi)) {
      const tag = `<button ${attributes ?? ''}>`;
      if (attribute(tag, 'type') === 'button') continue;
      const words = plainText(label ?? whole);
      form.buttons.push({ name: attribute(tag, 'name'), value: attribute(tag, 'value') ?? '', text: words });
    }
    return form;
  });
}

export class Browser {
  readonly #cookies = new Map<string, Map<string, string>>();
  page: Page | null = null;

  /** Opens an address and follows redirects, as long as they stay on hosts that exist on this machine. */
  async open(address: string | URL, init: RequestInit = {}): Promise<Page> {
    let url = new URL(address, this.page?.url);
    let request = init;
    for (let hop = 0; hop < 15; hop += 1) {
      const response = await this.fetch(url, { ...request, redirect: 'manual' });
      const location = response.headers.get('location');
      if (response.status >= 300 && response.status < 400 && location) {
        await response.arrayBuffer();
        url = new URL(location, url);
        request = {};
        continue;
      }
      this.page = { url, status: response.status, html: await response.text() };
      return this.page;
    }
    throw new Error(`Too many redirects at ${url.host}${url.pathname}`);
  }

  /** Follows the link whose text matches. */
  async follow(text: RegExp): Promise<Page> {
    const page = this.page;
    if (!page) throw new Error('No page is open');
    for (const [, attributes, label] of page.html.matchAll(/<a\b([^>]*)>([\s\S]*?)<\/a>/gi)) {
      const target = attribute(`<a ${attributes ?? ''}>`, 'href');
      if (target !== null && text.test(plainText(label ?? ''))) return this.open(new URL(target, page.url));
    }
    throw new Error(`No link ${text} on ${page.url.host}${page.url.pathname}`);
  }

  /**
   * Presses the button whose text matches, in the form it belongs to. `tick` decides for each box whether it is ticked
   * when the form is sent; boxes stay as the page shows them without it.
   */
  async press(text: RegExp, tick?: (box: { name: string; value: string }) => boolean): Promise<Page> {
    const page = this.page;
    if (!page) throw new Error('No page is open');
    for (const form of forms(page.html)) {
      const button = form.buttons.find((candidate) => text.test(candidate.text));
      if (!button) continue;
      const body = new URLSearchParams(form.fields);
      for (const box of form.checkboxes) {
        if (!box.disabled && (tick ? tick(box) : box.checked)) body.append(box.name, box.value);
      }
      if (button.name) body.append(button.name, button.value);
      const target = new URL(form.action || page.url, page.url);
      if (form.method === 'get') {
        target.search = body.toString();
        return this.open(target);
      }
      return this.open(target, {
        method: 'POST',
        body: body.toString(),
        headers: { 'content-type': 'application/x-www-form-urlencoded', origin: page.url.origin },
      });
    }
    const offered = forms(page.html).flatMap((form) => form.buttons.map((button) => button.text));
    throw new Error(`No button ${text} on ${page.url.host}${page.url.pathname}; there are: ${offered.join(' | ')}`);
  }

  /** As the browser would send it there. */
  cookieHeader(url: URL): string {
    return [...(this.#cookies.get(url.host) ?? [])].map(([name, value]) => `${name}=${value}`).join('; ');
  }

  /** Another window of the same person. */
  takeCookiesOf(other: Browser): void {
    for (const [host, jar] of other.#cookies) this.#cookies.set(host, new Map(jar));
  }

  /** One request with this browser's cookies. `*.localhost` is this machine, whatever its resolver says. */
  async fetch(url: URL, init: RequestInit = {}): Promise<Response> {
    const headers = new Headers(init.headers);
    const jar = this.#cookies.get(url.host) ?? new Map<string, string>();
    this.#cookies.set(url.host, jar);
    if (jar.size > 0) headers.set('cookie', [...jar].map(([name, value]) => `${name}=${value}`).join('; '));
    const response = await recordedFetch(url, { ...init, headers }, fetchLoopback);
    for (const line of response.headers.getSetCookie()) {
      const [pair = '', ...flags] = line.split(';');
      const [name = '', ...value] = pair.split('=');
      const gone = flags.some((flag) => /^\s*(max-age=0|expires=thu, 01 jan 1970)/i.test(flag));
      if (gone) jar.delete(name.trim());
      else jar.set(name.trim(), value.join('='));
    }
    return response;
  }
}

/** `fetch` for names below `.localhost`, which Chromium resolves by itself and Node does not (RFC 6761 §6.3). */
async function fetchLoopback(url: URL, init: RequestInit): Promise<Response> {
  if (!url.hostname.endsWith('.localhost')) return fetch(url, init);
  const { request } = await import('node:http');
  return new Promise((resolve, reject) => {
    const headers = Object.fromEntries(new Headers(init.headers));
    const outgoing = request(
      {
        host: '127.0.0.1',
        port: url.port,
        path: url.pathname + url.search,
        method: init.method ?? 'GET',
        headers: { ...headers, host: url.host },
      },
      (incoming) => {
        const chunks: Buffer[] = [];
        incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
        incoming.on('error', reject);
        incoming.on('end', () => {
          const answer = new Headers();
          for (let i = 0; i < incoming.rawHeaders.length; i += 2) {
            answer.append(incoming.rawHeaders[i]!, incoming.rawHeaders[i + 1]!);
          }
          const status = incoming.statusCode ?? 500;
          const empty = status === 204 || status === 304;
          resolve(new Response(empty ? null : Buffer.concat(chunks), { status, headers: answer }));
        });
      },
    );
    outgoing.on('error', reject);
    if (typeof init.body === 'string') outgoing.write(init.body);
    outgoing.end();
  });
}
