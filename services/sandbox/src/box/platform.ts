export const PLATFORMS = ['facebook', 'tiktok', 'ttcm', 'google'] as const;
export type PretendedPlatform = (typeof PLATFORMS)[number];
