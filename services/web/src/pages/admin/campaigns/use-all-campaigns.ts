import { useQuery } from '@tanstack/react-query';
import type { Campaign } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';

/** All campaigns, to choose one of. */
export const useAllCampaigns = () => useQuery({ queryKey: ['admin', 'campaigns', 'all'], queryFn: readAll });

async function readAll(): Promise<Campaign[]> {
  const all: Campaign[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Campaign[]; nextCursor: string | null } = await answerOf(
      api.GET('/v1/campaigns', { params: { query: { limit: 100, ...(cursor !== null && { cursor }) } } }),
    );
    all.push(...page.items);
    cursor = page.nextCursor;
  } while (cursor !== null);
  return all;
}
