import { Group, Stack, Text, Title } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../api/admin-types';
import { PlatformIcon } from '../../../components/platform-icon';
import { OutsideLink } from './outside-link';

/** How the owner can be reached, as the profile itself or a vendor tells it; each item with where it comes from. */
export function ContactInformation({ found }: { found: Report['contactInformation'] }) {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      <Text size="sm">{t('reports.contactText')}</Text>
      <Part
        title={t('reports.emails')}
        items={found.emails.map(({ address, source, vendor }) => ({
          key: address,
          source,
          vendor,
          shown: <Text style={{ overflowWrap: 'anywhere' }}>{address}</Text>,
        }))}
      />
      <Part
        title={t('reports.accounts')}
        items={found.accounts.map(({ platform, handle, source, vendor }) => ({
          key: `${platform} ${handle}`,
          source,
          vendor,
          shown: (
            <Group gap={4} wrap="nowrap">
              <PlatformIcon platform={platform} size={18} />
              <Text style={{ overflowWrap: 'anywhere' }}>{`${t(`platform.${platform}`)} @${handle}`}</Text>
            </Group>
          ),
        }))}
      />
      <Part
        title={t('reports.links')}
        items={found.links.map(({ url, source }) => ({ key: url, source, shown: <OutsideLink url={url} /> }))}
      />
    </Stack>
  );
}

interface Item {
  key: string;
  source: 'description' | 'website' | 'vendor';
  /** Its name, where one tells it. */
  vendor?: string | undefined;
  shown: ReactNode;
}

function Part({ title, items }: { title: string; items: readonly Item[] }) {
  const { t } = useTranslation();
  return (
    <section aria-label={title}>
      <Title order={2} size="h4">
        {title}
      </Title>
      {items.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('reports.none')}
        </Text>
      )}
      <Stack component="ul" gap={4} m={0} p={0}>
        {items.map(({ key, source, vendor = '', shown }) => (
          <Group key={key} component="li" gap="0 12px" style={{ listStyle: 'none' }}>
            {shown}
            <Text size="sm" c="dimmed">
              {t(`reports.source.${source}`, { vendor })}
            </Text>
          </Group>
        ))}
      </Stack>
    </section>
  );
}
