import { Button, Card, Group } from '@mantine/core';
import { useRef, useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InfluencerGroup } from '../../../api/admin-types';
import { TextLink } from '../../../components/links';
import { ApplicationLink } from './application-link';
import { RenameGroup } from './rename-group';

interface GroupCardProps {
  group: InfluencerGroup;
  mayChange: boolean;
  onRemove(): void;
}

/** A group, who is in it, and its application link. */
export function GroupCard({ group, mayChange, onRemove }: GroupCardProps) {
  const { t } = useTranslation();
  const [renaming, setRenaming] = useState(false);
  const opener = useRef<HTMLButtonElement>(null);
  const close = () => {
    // Before the form goes with what has the focus in it.
    opener.current?.focus();
    setRenaming(false);
  };
  const { id, name, influencers } = group;
  return (
    <Card withBorder padding="sm">
      <Group justify="space-between" mb="xs">
        <TextLink to="/admin/influencers" search={{ groupId: id }}>
          {t('groups.line', { name, count: influencers })}
        </TextLink>
        {mayChange && (
          <Group gap="xs">
            <Button
              ref={opener}
              size="xs"
              variant="default"
              aria-label={t('groups.renameWhich', { name })}
              aria-expanded={renaming}
              onClick={() => setRenaming(true)}
            >
              {t('groups.rename')}
            </Button>
            <Button size="xs" variant="default" aria-label={t('groups.removeWhich', { name })} onClick={onRemove}>
              {t('groups.remove')}
            </Button>
          </Group>
        )}
      </Group>
      {renaming && <RenameGroup group={group} onClose={close} />}
      <ApplicationLink group={group} />
    </Card>
  );
}
