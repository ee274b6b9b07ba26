import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Platform } from '../api/types';
import { HelpLink } from './help-link';
import { InstagramCheck } from './instagram-check';
import { TextList } from './text-list';

interface PrimerProps {
  platform: Platform;
  organisation: string | undefined;
}

/** What a creator should know before this platform is asked: who asks, what is read, what never happens, why, and the way out. */
export function Primer({ platform, organisation }: PrimerProps) {
  const { t } = useTranslation();
  const name = t(`platform.${platform}`);
  const parts = [
    [t('link.reads'), <TextList lines={linesOf(t(`link.readsList.${platform}`, { returnObjects: true }))} />],
    [t('link.never'), <TextList lines={linesOf(t('link.neverList', { returnObjects: true, platform: name }))} />],
    [t('link.why'), <Text size="sm">{t('link.whyText', { platform: name })}</Text>],
    [t('link.stop'), <Text size="sm">{t('link.stopText', { platform: t(`platform.at.${platform}`) })}</Text>],
  ] as const;
  return (
    <Stack gap="md">
      {organisation && <Text size="sm">{t('link.for', { organisation, platform: name })}</Text>}
      {parts.map(([title, content]) => (
        <section key={title}>
          <Title order={3} size="h4">
            {title}
          </Title>
          {content}
        </section>
      ))}
      <HelpLink topic="what-is-read" w="fit-content" />
      {platform === 'instagram' && <InstagramCheck />}
    </Stack>
  );
}

/** i18next does not know that these keys hold lists of sentences. */
const linesOf = (value: unknown) => value as string[];
