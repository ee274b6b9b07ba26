import { join } from 'node:path';
import { daysPassSince, postsMadeBefore } from '../doors/elapsed-time';
import type { GatewayDoor } from '../doors/gateway';
import { eventually, must } from '../doors/wait';
import type { Story } from '../story';

const home = process.env['CONNECT_HOME'] ?? join(__dirname, '../../../../.local');
const DAY_SECONDS = 86_400;
/** As often as an account has to be collected, so that it counts as collected without a gap. */
const TURNS = 3;

/**
 * Days of collecting, told in minutes: hours go by at the platforms, what they brought is collected as ever, and all that
 * was collected until then is as many hours older. No figure is made up: each is what the platforms told at that time.
 */
export async function daysOfCollecting(
  story: Story,
  admin: GatewayDoor,
  accountIds: readonly string[],
  days: number,
): Promise<void> {
  for (let turn = 0; turn < days * TURNS; turn += 1) {
    await story.sandbox.advanceClock(DAY_SECONDS / TURNS);
    await Promise.all(accountIds.map((id) => nextTurn(admin, id)));
  }
  // The platforms' clock has gone on, this machine's has not.
  for (const id of accountIds) await postsMadeBefore(home, id, days);
}

async function nextTurn(admin: GatewayDoor, accountId: string): Promise<void> {
  await daysPassSince(home, accountId, 1 / TURNS);
  // Tokens that ended meanwhile are renewed, as they would have been in time.
  const { outcome } = await admin.post<{ outcome: string }>(
    `/v1/social-accounts/${accountId}/authorization/verifications`,
  );
  must(outcome === 'alive', 'the permission lives on');
  const path = `/v1/social-accounts/${accountId}/collections`;
  const { lastCollectedAt: before } = await admin.post<{ lastCollectedAt: string | null }>(path);
  await eventually('the next collection', async () => {
    const { lastCollectedAt } = await admin.get<{ lastCollectedAt: string | null }>(path);
    return lastCollectedAt !== before;
  });
}
