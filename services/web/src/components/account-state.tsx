import { Badge } from '@mantine/core';
import {
  IconCircleCheck,
  IconCircleDashed,
  IconCircleOff,
  IconClockExclamation,
  IconClockPause,
  IconPlayerPause,
  IconProgress,
  IconRefreshAlert,
} from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { CardState } from '../domain/card-state';

const looks = {
  AUTHENTICATED: { color: 'teal.9', Icon: IconCircleCheck },
  EXPIRES_SOON: { color: '#a63c06', Icon: IconClockExclamation },
  REAUTH: { color: 'red.9', Icon: IconRefreshAlert },
  NON_AUTH: { color: 'gray.7', Icon: IconCircleDashed },
  REVOKED: { color: 'gray.7', Icon: IconCircleOff },
  DELAYED: { color: '#a63c06', Icon: IconClockPause },
  PAUSED: { color: 'gray.7', Icon: IconPlayerPause },
  SETUP_UNFINISHED: { color: 'indigo.8', Icon: IconProgress },
} as const;

/** State by icon and text, never by colour alone. */
export function AccountState({ state }: { state: CardState | 'SETUP_UNFINISHED' }) {
  const { t } = useTranslation();
  const { color, Icon } = looks[state];
  return (
    <Badge color={color} variant="filled" size="lg" tt="none" leftSection={<Icon size={16} aria-hidden />}>
      {t(`state.${state}`)}
    </Badge>
  );
}
