import { ActionIcon, Box, Group, Text, VisuallyHidden } from '@mantine/core';
import { IconCheck, IconPointFilled } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import type { Notice } from '../../../api/admin-types';
import { TextLink } from '../../../components/links';
import { formatDate } from '../../../i18n';
import { membersQuery } from '../members-query';

interface Row {
  notice: Notice;
  onRead: () => void;
  /** The link in it was followed. */
  onFollow: () => void;
}

export function NoticeRow({ notice, onRead, onFollow }: Row) {
  const { t } = useTranslation();
  const { read, createdAt } = notice;
  const link = useRef<HTMLAnchorElement>(null);
  const markRead = () => {
    // The button goes; whoever used the keyboard goes on in the same row.
    link.current?.focus();
    onRead();
  };
  return (
    <Group component="li" gap="xs" wrap="nowrap" align="flex-start">
      <Box w={14} pt={2} c="blue.8" style={{ flexShrink: 0 }}>
        {!read && (
          <>
            <IconPointFilled size={14} aria-hidden />
            <VisuallyHidden>{t('notices.unread')}</VisuallyHidden>
          </>
        )}
      </Box>
      <Box style={{ flexGrow: 1, minWidth: 0 }}>
        <TextLink
          ref={link}
          {...placeOf(notice)}
          onClick={onFollow}
          size="sm"
          c="inherit"
          fw={read ? 400 : 600}
          display="block"
          lh="sm"
          style={{ overflowWrap: 'anywhere' }}
        >
          <NoticeText notice={notice} />
        </TextLink>
        <Text size="xs" c="dimmed">
          {formatDate(createdAt)}
        </Text>
      </Box>
      {!read && (
        <ActionIcon variant="subtle" color="gray" aria-label={t('notices.markRead')} onClick={markRead}>
          <IconCheck size={16} aria-hidden />
        </ActionIcon>
      )}
    </Group>
  );
}

/** Where one sees what a notice is about. */
function placeOf({ kind, influencer }: Notice) {
  if (kind === 'marketplace-ended') return { to: '/admin/settings', search: { tab: 'marketplace' } } as const;
  if (kind === 'access-report') return { to: '/admin/settings', search: { tab: 'access' } } as const;
  if (!influencer) return { to: '/admin/settings', search: { tab: 'members' } } as const;
  const tab = kind === 'bounced' || kind === 'complained' ? 'mails' : 'accounts';
  return { to: '/admin/influencers/$id', params: { id: influencer.id }, search: { tab } } as const;
}

function NoticeText({ notice: { kind, influencer, socialAccount, userId } }: { notice: Notice }) {
  const { t } = useTranslation();
  const members = useQuery({
    ...membersQuery,
    enabled: userId !== null,
  });
  const member = members.data?.items.find((one) => one.userId === userId)?.name ?? t('notices.goneMember');
  const account = socialAccount
    ? t('notices.account', { handle: socialAccount.handle, platform: t(`platform.${socialAccount.platform}`) })
    : t('notices.anAccount');
  const name = influencer ? (influencer.name ?? t('notices.gone')) : member;
  return t(`notices.text.${kind}`, { name, account });
}
