import { Badge } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { RosterAccount } from '../../api/admin-types';
import { PlatformIcon } from '../../components/platform-icon';

/** The state of an account in a list of people: red where somebody must act, and calm everywhere else. */
export function AccountMark({ account: { platform, handle, authState, paused } }: { account: RosterAccount }) {
  const { t } = useTranslation();
  return (
    <Badge
      size="lg"
      tt="none"
      variant={authState === 'REAUTH' && !paused ? 'filled' : 'default'}
      color="red.9"
      leftSection={<PlatformIcon platform={platform} size={16} />}
      title={`@${handle}`}
    >
      {t(`state.${paused ? 'PAUSED' : authState}`)}
    </Badge>
  );
}
