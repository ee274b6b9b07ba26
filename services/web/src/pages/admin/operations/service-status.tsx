import { Badge } from '@mantine/core';
import { IconAlertTriangle, IconCircleCheck, IconPlugConnectedX, IconProgressAlert } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { ServiceState } from '../../../api/operator-types';

const looks = {
  ready: { color: 'teal.9', Icon: IconCircleCheck },
  degraded: { color: '#a63c06', Icon: IconProgressAlert },
  not_ready: { color: 'red.9', Icon: IconAlertTriangle },
  unreachable: { color: 'red.9', Icon: IconPlugConnectedX },
} as const;

export function ServiceStatus({ status }: Pick<ServiceState, 'status'>) {
  const { t } = useTranslation();
  const { color, Icon } = looks[status];
  return (
    <Badge color={color} variant="filled" tt="none" leftSection={<Icon size={14} aria-hidden />}>
      {t(`operations.status.${status}`)}
    </Badge>
  );
}
