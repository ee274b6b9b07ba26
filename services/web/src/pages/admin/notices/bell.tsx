import { ActionIcon, Indicator, Popover } from '@mantine/core';
import { useDisclosure } from '@mantine/hooks';
import { IconBell } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { NoticeList } from './notice-list';

/** What members are told, on every page. Its count follows the stream of events like all that begins with `admin`. */
export function Bell() {
  const { t } = useTranslation();
  const [opened, { toggle, close }] = useDisclosure();
  const { data } = useQuery({
    queryKey: ['admin', 'unread-notices'],
    queryFn: () => answerOf(api.GET('/v1/notices/unread')),
  });
  const count = data?.count ?? 0;
  return (
    <Popover
      opened={opened}
      onDismiss={close}
      position="bottom-end"
      width="min(400px, calc(100vw - 32px))"
      shadow="md"
      trapFocus
      returnFocus
    >
      <Indicator disabled={count === 0} label={count < 100 ? count : '99+'} size={18} offset={4}>
        <Popover.Target>
          <ActionIcon
            variant="subtle"
            color="gray"
            size="lg"
            aria-label={count === 0 ? t('notices.bell') : t('notices.bellUnread', { count })}
            onClick={toggle}
          >
            <IconBell size={20} aria-hidden />
          </ActionIcon>
        </Popover.Target>
      </Indicator>
      <Popover.Dropdown p="md">{opened && <NoticeList onLeave={close} />}</Popover.Dropdown>
    </Popover>
  );
}
