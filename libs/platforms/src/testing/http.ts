import { request } from 'node:http';

export interface Answer {
  status: number;
  headers: Record<string, string | string[] | undefined>;
  text: string;
  /** Parsed if it is JSON. */
  body: Record<string, unknown>;
  setCookies: string[];
}

export interface Call {
  method?: 'GET' | 'POST' | 'DELETE' | 'PATCH';
  headers?: Record<string, string>;
  body?: string;
}

/** One request that follows no redirect. `*.localhost` is this machine, which Node's resolver does not know. */
export function call(address: string | URL, { method = 'GET', headers = {}, body }: Call = {}): Promise<Answer> {
  const url = new URL(address);
  return new Promise((resolve, reject) => {
    const options = { host: '127.0.0.1', port: url.port, path: url.pathname + url.search, method };
    const outgoing = request({ ...options, headers: { host: url.host, ...headers }, agent: false }, (incoming) => {
      const chunks: Buffer[] = [];
      incoming.on('data', (chunk: Buffer) => chunks.push(chunk));
      incoming.on('error', reject);
      incoming.on('end', () => {
        const text = Buffer.concat(chunks).toString('utf8');
        const isJson = /json/.test(incoming.headers['content-type'] ?? '');
        resolve({
          status: incoming.statusCode ?? 0,
          headers: incoming.headers,
          text,
          body: isJson && text !== '' ? (JSON.parse(text) as Record<string, unknown>) : {},
          setCookies: incoming.headers['set-cookie'] ?? [],
        });
      });
    });
    outgoing.on('error', reject);
    outgoing.end(body);
  });
}

export const form = (fields: [name: string, value: string][]): Call => ({
  method: 'POST',
  headers: { 'content-type': 'application/x-www-form-urlencoded' },
  body: new URLSearchParams(fields).toString(),
});

export const json = (body: unknown, method: Call['method'] = 'POST'): Call => ({
  method,
  headers: { 'content-type': 'application/json' },
  body: JSON.stringify(body),
});
