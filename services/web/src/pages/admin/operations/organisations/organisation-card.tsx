import { Button, Card, Group, Text } from '@mantine/core';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { OperatorOrganisation } from '../../../../api/operator-types';
import { formatDate } from '../../../../i18n';
import { InviteOwner } from './invite-owner';
import { OwnerState } from './owner-state';

/** One organisation of the installation: since when, how many are in, and what becomes of its owner's invitation. */
export function OrganisationCard({ organisation }: { organisation: OperatorOrganisation }) {
  const { t } = useTranslation();
  const [inviting, setInviting] = useState(false);
  const [sentTo, setSentTo] = useState<string>();
  const { name, createdAt, members, owner } = organisation;
  const since = t('operations.organisations.since', { date: formatDate(createdAt) });
  const invited = { email: owner.email, date: owner.expiresAt ? formatDate(owner.expiresAt) : '' };
  return (
    <Card withBorder padding="sm" component="article" aria-label={name}>
      <Group justify="space-between" gap="xs">
        <div style={{ minWidth: 0 }}>
          <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
            {name}
          </Text>
          <Text size="sm" c="dimmed">
            {`${since} · ${t('operations.organisations.members', { count: members })}`}
          </Text>
          {owner.state !== 'active' && (
            <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
              {t(`operations.organisations.waiting.${owner.state}`, invited)}
            </Text>
          )}
        </div>
        <Group gap="xs">
          <OwnerState state={owner.state} />
          {owner.state !== 'active' && (
            <Button
              size="xs"
              variant="default"
              aria-label={t('operations.organisations.againWhich', { name })}
              onClick={() => setInviting(true)}
            >
              {t('operations.organisations.again')}
            </Button>
          )}
        </Group>
      </Group>
      <Text size="sm" role="status">
        {sentTo && owner.state === 'invited' && t('members.sent', { email: sentTo })}
        {sentTo && owner.state === 'unconfirmed' && t('members.unconfirmed', { email: sentTo })}
      </Text>
      {inviting && <InviteOwner organisation={organisation} onSent={setSentTo} onClose={() => setInviting(false)} />}
    </Card>
  );
}
