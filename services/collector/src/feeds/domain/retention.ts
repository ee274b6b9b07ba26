import type { Platform } from '@creator-connect/contracts';

/** How long hidden data of a revoked account is kept for a change of mind (product.md 15); an SQL interval. */
export function retentionAfter(platform: Platform): string {
  return platform === 'tiktok' ? '24 hours' : '7 days';
}
