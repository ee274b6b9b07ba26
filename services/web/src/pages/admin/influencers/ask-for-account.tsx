import { Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Platform } from '../../../api/types';
import { LinkButtons } from '../links/link-buttons';

/** Asks for an account that is not known yet. */
export function AskForAccount({ influencerId, platform }: { influencerId: string; platform: Platform }) {
  const { t } = useTranslation();
  const name = t(`platform.${platform}`);
  return (
    <Group gap="xs" align="flex-start">
      <Text size="sm" mt={4} w={{ base: '100%', xs: 160 }}>
        {t('admin.ask', { platform: name })}
      </Text>
      <LinkButtons
        influencerId={influencerId}
        platform={platform}
        mailLabel={t('admin.mailFor', { platform: name })}
        copyLabel={t('admin.copyFor', { platform: name })}
      />
    </Group>
  );
}
