import { List, Text, Title } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { HelpTopic } from '../help/topics';
import { HelpLink } from './help-link';

/** In the order of the sentences. */
const topics: readonly HelpTopic[] = ['instagram-account-type', 'link-page', 'other-account'];

const seenKey = 'instagram-check';
/** Says of this browser only that somebody has gone on to Facebook, or folded the lines up. */
export const rememberInstagramCheck = () => localStorage.setItem(seenKey, 'seen');

/** Three things that stop most people at Facebook. They ask nothing, and lie folded up from the second time on. */
export function InstagramCheck() {
  const { t } = useTranslation();
  const [isOpen, setOpen] = useState(() => localStorage.getItem(seenKey) === null);
  const toggle = (open: boolean) => {
    setOpen(open);
    if (!open) rememberInstagramCheck();
  };
  return (
    <details open={isOpen} onToggle={({ currentTarget }) => toggle(currentTarget.open)}>
      <summary>
        <Title order={3} size="h4" display="inline">
          {t('link.checklist')}
        </Title>
      </summary>
      <List size="sm" withPadding listStyleType="disc">
        {(t('link.checklistItems', { returnObjects: true }) as string[]).map((line, index) => (
          <List.Item key={line}>
            {line} <HelpLink topic={topics[index]!}>{t('link.checklistHow')}</HelpLink>
          </List.Item>
        ))}
      </List>
      <Text size="sm" c="dimmed">
        {t('link.checklistOnce')}
      </Text>
    </details>
  );
}
