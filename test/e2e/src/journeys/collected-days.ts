import { daysPassSince } from '../doors/elapsed-time';
import type { GatewayDoor } from '../doors/gateway';
import { eventually } from '../doors/wait';
import type { Story } from '../story';
import { signIn, type Influencer } from './people';

export async function firstCollection(admin: GatewayDoor, accountId: string): Promise<void> {
  await eventually('the first collection', () => collectedAt(admin, accountId));
}

const collectedAt = async (admin: GatewayDoor, accountId: string) =>
  (await admin.get<{ collectedAt: string | null }>(`/v1/social-accounts/${accountId}/metrics/daily`)).collectedAt;

/** An account that was collected for twelve days; then its creator paused for four, and went on today. */
export async function daysWithAPause(
  story: Story,
  home: string,
  admin: GatewayDoor,
  { influencer, accountId }: { influencer: Influencer; accountId: string },
): Promise<void> {
  await daysPassSince(home, accountId, 12);
  const creator = await signIn(story, influencer);
  await creator.put(`/v1/social-accounts/${accountId}/pause`, {});
  await eventually('the collection to stop', async () => {
    const { status } = await admin.get<{ status: string }>(`/v1/social-accounts/${accountId}/collections`);
    return status === 'closed';
  });
  await daysPassSince(home, accountId, 5);
  const before = await collectedAt(admin, accountId);
  await creator.call('DELETE', `/v1/social-accounts/${accountId}/pause`);
  const again = async () => (await collectedAt(admin, accountId)) !== before;
  await eventually('the next collection', again);
}
