import { z } from 'zod';
import { authStateSchema, marketplaceStateSchema } from '../account-state';
import { defineEvent, type PayloadOf } from '../events/define-event';
import { ids, instant } from '../events/fields';
import { platformSchema } from '../platform';
import { topics } from '../topics';

export const AccountStateChanged = defineEvent({
  type: 'AccountStateChanged',
  version: 1,
  topic: topics.account,
  aggregate: 'social-account',
  summary: 'State, marketplace membership or tracking of a social account changed',
  key: (data) => data.accountId,
  schema: z.object({
    ...ids,
    platform: platformSchema,
    from: authStateSchema,
    to: authStateSchema,
    marketplace: marketplaceStateSchema.nullable(),
    tracked: z.boolean(),
    paused: z.boolean().optional(),
    source: z.enum(['instagram_graph', 'youtube_data', 'tiktok_display', 'tiktok_display_and_ttcm', 'ttcm']).nullable(),
    cause: z.string().max(100),
    actor: z.enum(['person', 'admin', 'platform', 'system']),
    at: instant,
  }),
});
export type AccountStateChanged = PayloadOf<typeof AccountStateChanged>;
