import { OperatorError } from '../operator-error';

interface OperatorLogin {
  gateway?: string | undefined;
  email?: string | undefined;
  password?: string | undefined;
  /** Of the second factor, where there is one. */
  code?: string | undefined;
}

interface Problem {
  title?: string;
  detail?: string;
  nextStep?: string;
  errors?: { field: string; message: string }[];
}

/** An operator, signed in at the gateway for as long as a command takes: it decides who may what, as in a browser. */
export class GatewaySession {
  private readonly cookies = new Map<string, string>();
  private csrfToken: string | undefined;

  private constructor(private readonly origin: string) {}

  static async with<T>(login: OperatorLogin, work: (session: GatewaySession) => Promise<T>): Promise<T> {
    const { gateway, email, password, code } = login;
    if (!gateway || !email || !password) {
      throw new OperatorError('Give --gateway and --as, and the password in OPERATOR_PASSWORD.');
    }
    const session = new GatewaySession(new URL(gateway).origin);
    try {
      await session.signIn(email, password, code);
      return await work(session);
    } finally {
      await session.call('DELETE', '/v1/sessions/current').catch(() => undefined);
    }
  }

  async call<T>(method: 'GET' | 'POST' | 'PUT' | 'DELETE', path: string, body?: object): Promise<T> {
    const headers = new Headers({ accept: 'application/json', origin: this.origin, 'sec-fetch-site': 'same-origin' });
    if (body) headers.set('content-type', 'application/json');
    if (this.csrfToken) headers.set('x-csrf-token', this.csrfToken);
    if (this.cookies.size > 0) headers.set('cookie', [...this.cookies].map((pair) => pair.join('=')).join('; '));
    const response = await fetch(new URL(path, this.origin), {
      method,
      headers,
      redirect: 'manual',
      signal: AbortSignal.timeout(20_000),
      ...(body ? { body: JSON.stringify(body) } : {}),
    });
    this.keepCookies(response);
    const text = await response.text();
    if (!response.ok) throw new OperatorError(reasonOf(response.status, text));
    return (text === '' ? undefined : JSON.parse(text)) as T;
  }

  private async signIn(email: string, password: string, code: string | undefined): Promise<void> {
    const { csrfToken, missingFactor } = await this.call<{ csrfToken: string; missingFactor: string | null }>(
      'POST',
      '/v1/sessions',
      { email, password },
    );
    this.csrfToken = csrfToken;
    if (missingFactor !== 'verify') return;
    if (!code) throw new OperatorError('Give --code: the code of the authenticator app, or a recovery code.');
    const proven = await this.call<{ csrfToken: string }>('POST', '/v1/sessions/current/step-up', { code });
    this.csrfToken = proven.csrfToken;
  }

  private keepCookies(response: Response): void {
    for (const line of response.headers.getSetCookie()) {
      const [pair = ''] = line.split(';');
      const at = pair.indexOf('=');
      this.cookies.set(pair.slice(0, at), pair.slice(at + 1));
    }
  }
}

/** What is wrong and what to do, in the words of the gateway. */
function reasonOf(status: number, text: string): string {
  const { title, detail, nextStep, errors = [] } = problemOf(text);
  const fields = errors.map(({ field, message }) => `${field} ${message}.`);
  return [`The gateway answered ${status}.`, title, detail, ...fields, errors.length > 0 ? undefined : nextStep]
    .filter((part) => part)
    .join(' ');
}

function problemOf(text: string): Problem {
  try {
    return JSON.parse(text) as Problem;
  } catch {
    return {};
  }
}
