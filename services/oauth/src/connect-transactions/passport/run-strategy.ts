import type OAuth2Strategy from 'passport-oauth2';

/** What a strategy reads of a request: the query of a callback (empty at the start) and the state of the attempt. */
export interface StrategyRequest {
  query: Record<string, string>;
  /** At the start the state to send; at the callback the state that was taken from the database just before. */
  state: string;
}

export type StrategyOutcome = { kind: 'redirect'; url: string } | { kind: 'success'; user: unknown };

/** The strategy said no without an error of its own, e.g. because the state differs. */
export class StrategyRefusal extends Error {
  override readonly name = 'StrategyRefusal';
}

/**
 * Runs a Passport strategy without Passport's middleware: a strategy only needs the five functions that the middleware
 * would give it. Each run works on an object of its own, as Passport does, so concurrent requests never meet.
 */
export function runStrategy(
  strategy: OAuth2Strategy,
  request: StrategyRequest,
  options: Record<string, unknown> = {},
): Promise<StrategyOutcome> {
  return new Promise((resolve, reject) => {
    const actions = {
      redirect: (url: string) => resolve({ kind: 'redirect', url }),
      success: (user: unknown) => resolve({ kind: 'success', user }),
      fail: () => reject(new StrategyRefusal('the strategy refused')),
      pass: () => reject(new StrategyRefusal('the strategy passed')),
      error: (error: unknown) => reject(causeOf(error)),
    };
    const run = Object.assign(Object.create(strategy) as OAuth2Strategy, actions);
    run.authenticate(request, options);
  });
}

/** passport-oauth2 wraps what the token request threw; the wrapped PlatformError is what callers understand. */
function causeOf(error: unknown): Error {
  const wrapped = (error as { oauthError?: unknown } | null)?.oauthError;
  if (wrapped instanceof Error) return wrapped;
  return error instanceof Error ? error : new StrategyRefusal('the strategy failed');
}
