import { IconBrandInstagram, IconBrandTiktok, IconBrandYoutube } from '@tabler/icons-react';
import type { Platform } from '../api/types';

const icons = { instagram: IconBrandInstagram, tiktok: IconBrandTiktok, youtube: IconBrandYoutube };

export function PlatformIcon({ platform, size = 24 }: { platform: Platform; size?: number }) {
  const Icon = icons[platform];
  return <Icon size={size} aria-hidden />;
}
