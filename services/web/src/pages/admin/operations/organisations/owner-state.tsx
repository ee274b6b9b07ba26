import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconMail } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { OperatorOrganisation } from '../../../../api/operator-types';

/** Only what waits for the operator is coloured as such: an owner who has not answered yet is no fault. */
const looks = {
  active: { color: 'teal.9', Icon: IconCircleCheck },
  invited: { color: 'gray.7', Icon: IconMail },
  unconfirmed: { color: '#a63c06', Icon: IconAlertTriangle },
  ended: { color: '#a63c06', Icon: IconAlertTriangle },
  not_invited: { color: '#a63c06', Icon: IconAlertTriangle },
} as const;

export function OwnerState({ state }: Pick<OperatorOrganisation['owner'], 'state'>) {
  const { t } = useTranslation();
  const { color, Icon } = looks[state];
  return (
    <Badge color={color} variant="filled" tt="none" leftSection={<Icon size={14} aria-hidden />}>
      {t(`operations.organisations.state.${state}`)}
    </Badge>
  );
}
