import { appendFileSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';

/**
 * `fetch`, and what went over the wire both ways is kept in the folder CONNECT_HTTP_RECORDING, one file per host, so that a
 * test can search everything that ever passed a public door. Without that folder (the demo) nothing is kept.
 */
export async function recordedFetch(url: URL, init: RequestInit = {}, send = fetchUrl): Promise<Response> {
  const folder = process.env['CONNECT_HTTP_RECORDING'];
  const response = await send(url, init);
  if (!folder) return response;
  const request = head(`${init.method ?? 'GET'} ${url.toString()}`, new Headers(init.headers));
  const sent = typeof init.body === 'string' ? init.body : '';
  const answered = head(`${response.status} ${response.statusText}`, response.headers);
  const body = Buffer.from(await response.clone().arrayBuffer());
  mkdirSync(folder, { recursive: true, mode: 0o700 });
  appendFileSync(
    join(folder, `${url.host.replace(':', '-')}.http`),
    Buffer.concat([Buffer.from(`${request}${sent}\r\n\r\n${answered}`), body, Buffer.from('\r\n\r\n')]),
    { mode: 0o600 },
  );
  return response;
}

function fetchUrl(url: URL, init: RequestInit): Promise<Response> {
  return fetch(url, init);
}

function head(line: string, headers: Headers): string {
  return [line, ...[...headers].map(([name, value]) => `${name}: ${value}`), '', ''].join('\r\n');
}
