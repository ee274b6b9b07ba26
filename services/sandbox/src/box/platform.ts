export const PLATFORMS = ['facebook', 'tiktok', 'ttcm'] as const;
export type PretendedPlatform = (typeof PLATFORMS)[number];
