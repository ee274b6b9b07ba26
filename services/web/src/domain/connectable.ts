import type { Platform } from '../api/types';

/** Where creators can connect accounts. */
export const connectable: readonly Platform[] = ['instagram', 'tiktok', 'youtube'];
