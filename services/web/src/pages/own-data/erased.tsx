import { Alert, Group, List, Stack, Text } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { ProblemError } from '../../api/problem';
import { PageTitle } from '../../components/page-title';
import { Unread } from '../../components/unread';
import { formatDate } from '../../i18n';

/** The receipt of an erasure, for somebody who can sign in no more. Its token stands in the fragment, where no server sees it. */
export default function Erased() {
  const { t } = useTranslation();
  const receipt = useLocation({ select: (location) => location.hash });
  const found = useQuery({
    queryKey: ['receipt', receipt],
    queryFn: () => answerOf(api.POST('/v1/erasure-receipts', { body: { receipt } })),
    refetchInterval: ({ state }) => (state.data && state.data.doneAt === null ? 2_000 : false),
  });
  const isUnknown = found.error instanceof ProblemError && [400, 404].includes(found.error.status);
  if (isUnknown) {
    return (
      <Stack gap="md">
        <PageTitle>{t('erased.unknown')}</PageTitle>
        <Text>{t('erased.unknownText')}</Text>
      </Stack>
    );
  }
  if (!found.data) return <Unread of={[found]} />;
  const { doneAt, services } = found.data;
  return (
    <Stack gap="md" maw={560}>
      <PageTitle>{t('erased.title')}</PageTitle>
      <Text>{t('erased.text')}</Text>
      <Alert role="status" color={doneAt ? 'teal' : 'gray'}>
        {doneAt ? t('erased.done', { date: formatDate(doneAt) }) : t('erased.waiting')}
      </Alert>
      <List listStyleType="none" spacing="xs">
        {services.map(({ service, erasedAt }) => (
          <List.Item key={service}>
            <Group gap="xs" wrap="nowrap" align="flex-start">
              {erasedAt ? <IconCircleCheck size={18} aria-hidden /> : <IconCircleDashed size={18} aria-hidden />}
              <Text size="sm">
                {`${t(`erased.service.${service as 'oauth'}`)}: ${erasedAt ? t('erased.at', { date: formatDate(erasedAt) }) : t('erased.notYet')}`}
              </Text>
            </Group>
          </List.Item>
        ))}
      </List>
    </Stack>
  );
}
