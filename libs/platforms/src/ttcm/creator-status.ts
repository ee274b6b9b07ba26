import type { CreatorStatus } from '../capabilities/marketplace';
import type { TtcmApi } from './ttcm-api';
import { statusSchema } from './ttcm.schemas';
import type { TtcmAccount } from './ttcm.config';

export const MAX_HANDLES = 20;
export const SCOPE_ONBOARDING = '13030000';

export interface StatusCall {
  readonly path: `/${string}/`;
  /** What the call names the account. */
  readonly accountField: string;
}

/** Where handles stand, asked 20 at a time; one answer per handle, in the order asked. */
export async function creatorStatus(
  api: TtcmApi,
  account: TtcmAccount,
  call: StatusCall,
  handles: readonly string[],
): Promise<CreatorStatus[]> {
  const results: CreatorStatus[] = [];
  for (let start = 0; start < handles.length; start += MAX_HANDLES) {
    results.push(...(await askOnce(api, account, call, handles.slice(start, start + MAX_HANDLES))));
  }
  return results;
}

async function askOnce(
  api: TtcmApi,
  { accessToken: token, accountId }: TtcmAccount,
  { path, accountField }: StatusCall,
  handles: readonly string[],
): Promise<CreatorStatus[]> {
  const answer = await api.call({
    operation: 'status',
    scope: SCOPE_ONBOARDING,
    token,
    method: 'GET',
    path,
    // Lists in a query are JSON text.
    query: { [accountField]: accountId, handle_names: JSON.stringify(handles.map(plainHandle)) },
    answer: statusSchema,
  });
  const known = new Map(
    answer.onboarding_status.map((item) => [handleKey(item.handler_name ?? item.handle_name ?? ''), item.status]),
  );
  return handles.map((handle) => ({ handle, status: known.get(handleKey(handle)) ?? 'UNKNOWN' }));
}

export function plainHandle(handle: string): string {
  return handle.trim().replace(/^@/, '');
}

/** Handles are compared as TikTok does: without the `@` and without regard to case. */
export function handleKey(handle: string): string {
  return plainHandle(handle).toLowerCase();
}
