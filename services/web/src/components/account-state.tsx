import { Badge } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconRefreshAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { SocialAccount } from '../api/types';

const looks = {
  AUTHENTICATED: { color: 'teal.9', Icon: IconCircleCheck },
  REAUTH: { color: 'red.9', Icon: IconRefreshAlert },
  NON_AUTH: { color: 'gray.8', Icon: IconCircleDashed },
} as const;

/** State by icon and text, never by colour alone. */
export function AccountState({ state }: { state: SocialAccount['authState'] }) {
  const { t } = useTranslation();
  const { color, Icon } = looks[state];
  return (
    <Badge color={color} variant="filled" leftSection={<Icon size={14} aria-hidden />}>
      {t(`state.${state}`)}
    </Badge>
  );
}
