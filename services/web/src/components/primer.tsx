import { List, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { HelpTopic } from '../help/topics';
import { HelpLink } from './help-link';
import { TextList } from './text-list';

/** What a creator should know before any platform is asked: what is read, what never happens, why, and the way out. */
export function Primer() {
  const { t } = useTranslation();
  return (
    <Stack gap="md">
      {(['reads', 'never'] as const).map((part) => (
        <section key={part}>
          <Title order={2} size="h4">
            {t(`link.${part}`)}
          </Title>
          <TextList lines={linesOf(t(`link.${part}List`, { returnObjects: true }))} />
        </section>
      ))}
      {(['why', 'stop'] as const).map((part) => (
        <section key={part}>
          <Title order={2} size="h4">
            {t(`link.${part}`)}
          </Title>
          <Text size="sm">{t(`link.${part}Text`)}</Text>
        </section>
      ))}
    </Stack>
  );
}

/** In the order of the sentences. */
const checkTopics: readonly HelpTopic[] = ['instagram-account-type', 'link-page', 'other-account'];

/** Three things that stop most people at Facebook. */
export function InstagramCheck() {
  const { t } = useTranslation();
  return (
    <section>
      <Title order={2} size="h4">
        {t('link.checklist')}
      </Title>
      <List size="sm" withPadding>
        {linesOf(t('link.checklistItems', { returnObjects: true })).map((line, index) => (
          <List.Item key={line}>
            {line} <HelpLink topic={checkTopics[index]!}>{t('link.checklistHow')}</HelpLink>
          </List.Item>
        ))}
      </List>
    </section>
  );
}

/** i18next does not know that these keys hold lists of sentences. */
const linesOf = (value: unknown) => value as string[];
