import { z } from 'zod';

export const platforms = ['instagram', 'tiktok', 'youtube'] as const;
export const platformSchema = z.enum(platforms);
export type Platform = z.infer<typeof platformSchema>;
