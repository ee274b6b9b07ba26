import { ttcmErrors } from '@creator-connect/contracts';

const { notConfigured, notConnected, reauthNeeded, figuresNotPermitted } = ttcmErrors;
const codes: readonly string[] = [notConfigured, notConnected, reauthNeeded, figuresNotPermitted].map(
  ({ code }) => code,
);

/** The organisation's marketplace account can not read: nothing comes until an owner connects it. */
export const isMarketplaceClosed = (rule: string | null): boolean => rule !== null && codes.includes(rule);
