import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Invite } from '../../../api/admin-types';
import { failedRuleText } from '../../../domain/marketplace-rule';
import { InviteSteps } from './invite-steps';

/** Where an invitation stands: why TikTok said no, or what a person does now where it takes none from the installation. */
export function InviteOutcome({ invite: { handle, state, failedRules } }: { invite: Invite }) {
  const { t } = useTranslation();
  return (
    <div>
      <Text size="sm">{t(`admin.inviteWaits.${state}`, { handle })}</Text>
      {failedRules.length > 0 && (
        <Text size="xs" c="dimmed">
          {failedRules.map(failedRuleText).join(' ')}
        </Text>
      )}
      {state === 'BY_HAND' && <InviteSteps handle={handle} />}
    </div>
  );
}
