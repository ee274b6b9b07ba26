import { Button, List, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Platform, StartedTransaction } from '../api/types';
import { Modal } from './modal';
import { SiblingName } from './sibling-name';
import { type Connecting, leaveFor } from './use-connect';

/** Before the dialog: what a person must leave ticked there, because a new choice replaces the old one. */
export function KeepTicked({ toKeep }: { toKeep: StartedTransaction & { platform: Platform } }) {
  const { t } = useTranslation();
  return (
    <Stack>
      <Text>{t('siblings.keepText')}</Text>
      <List spacing="xs" withPadding listStyleType="disc">
        {toKeep.keepTicked.map((sibling) => (
          <List.Item key={sibling.socialAccountId}>
            <SiblingName sibling={sibling} />
          </List.Item>
        ))}
      </List>
      <Text size="sm">{t('siblings.keepHow')}</Text>
      <Button onClick={() => leaveFor(toKeep.redirectTo)}>
        {t('link.continue', { platform: t(`platform.at.${toKeep.platform}`) })}
      </Button>
    </Stack>
  );
}

/** The same over a page that has no dialog of its own. */
export function KeepTickedDialog({ connect: { toKeep, reset } }: { connect: Connecting }) {
  const { t } = useTranslation();
  return (
    <Modal opened={toKeep !== undefined} onClose={reset} title={t('siblings.keep')}>
      {toKeep && <KeepTicked toKeep={toKeep} />}
    </Modal>
  );
}
