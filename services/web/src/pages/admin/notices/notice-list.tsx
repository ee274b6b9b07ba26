import { Box, Button, Group, ScrollArea, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { TextLink } from '../../../components/links';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';
import { NoticeRow } from './notice-row';

export function NoticeList({ onLeave }: { onLeave: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const top = useRef<HTMLHeadingElement>(null);
  const notices = usePages(['notices'], (page) =>
    answerOf(api.GET('/v1/notices', { params: { query: { limit: 10, ...page } } })),
  );
  const refresh = () => queries.invalidateQueries({ queryKey: ['admin'] });
  const read = useMutation({
    mutationFn: (id: string) => answerOf(api.PUT('/v1/notices/{id}/read', { params: { path: { id } } })),
    onSuccess: refresh,
  });
  const readAll = useMutation({
    mutationFn: (upTo: string) => answerOf(api.POST('/v1/notices/read', { body: { upTo } })),
    onSuccess: refresh,
  });
  const error = notices.error ?? read.error ?? readAll.error;
  const newest = notices.items?.[0];
  return (
    <Stack gap="sm">
      <Group justify="space-between">
        {/* The list may still be on its way: the keyboard begins at its top, not at what happens to be there already. */}
        <Title ref={top} order={2} size="h4" tabIndex={-1} data-autofocus style={{ outline: 'none' }}>
          {t('notices.title')}
        </Title>
        {newest && notices.items?.some((notice) => !notice.read) && (
          <Button
            size="compact-sm"
            variant="subtle"
            mx={-8}
            loading={readAll.isPending}
            onClick={() => {
              // The button goes, and Escape is heard inside only.
              top.current?.focus();
              readAll.mutate(newest.id);
            }}
          >
            {t('notices.readAll')}
          </Button>
        )}
      </Group>
      {error && <ProblemNotice error={error} />}
      {!notices.items && !error && <Loading />}
      {notices.items?.length === 0 && (
        <Text size="sm" c="dimmed">
          {t('notices.empty')}
        </Text>
      )}
      <ScrollArea.Autosize mah="min(420px, 60dvh)" type="auto" offsetScrollbars="present">
        <Stack component="ul" gap="xs" m={0} p={0} style={{ listStyle: 'none' }}>
          {notices.items?.map((notice) => (
            <NoticeRow
              key={notice.id}
              notice={notice}
              onRead={() => read.mutate(notice.id)}
              onFollow={() => {
                if (!notice.read) read.mutate(notice.id);
                onLeave();
              }}
            />
          ))}
        </Stack>
        <Box pt="xs">
          <MoreButton pages={notices} />
        </Box>
      </ScrollArea.Autosize>
      <Group>
        <TextLink to="/admin/settings" search={{ tab: 'notices' }} size="sm" onClick={onLeave}>
          {t('notices.choose')}
        </TextLink>
      </Group>
    </Stack>
  );
}
