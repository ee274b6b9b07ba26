import { z } from 'zod';

/** Fields that many events share. All ids are UUIDs of ours; a platform's own ids are strings. */
export const id = z.uuid();
export const instant = z.iso.datetime();
export const platformId = z.string().min(1).max(200);

export const ids = { organisationId: id, influencerId: id, accountId: id };
