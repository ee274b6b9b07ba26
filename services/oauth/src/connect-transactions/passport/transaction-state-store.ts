import type { StateStore } from 'passport-oauth2';
import { timingSafeEqualText } from '@creator-connect/security';
import type { StrategyRequest } from './run-strategy';

/**
 * The state lives in `connect_transactions`, as a hash. It was taken from there in one statement, and the browser was
 * checked, before a strategy runs; the packages' own stores keep one slot per platform and know no browser binding.
 */
export const transactionStateStore: StateStore = {
  // Four declared parameters: passport-oauth2 chooses the calling convention by the function's length.
  store(request, _state, _meta, done) {
    done(null, (request as StrategyRequest).state);
  },
  verify(request, state, _meta, done) {
    done(null, timingSafeEqualText((request as StrategyRequest).state, state));
  },
};
