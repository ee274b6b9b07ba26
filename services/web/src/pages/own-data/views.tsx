import { Button, Table, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { formatDay } from '../../i18n';
import { Section } from './section';

/** Who looked, by role and day: a list of kinds, never of names. */
export function Views() {
  const { t } = useTranslation();
  const views = useInfiniteQuery({
    queryKey: ['own-views'],
    queryFn: ({ pageParam }) =>
      answerOf(
        api.GET('/v1/own-data/views', {
          params: { query: { limit: 25, ...(pageParam === null ? {} : { cursor: pageParam }) } },
        }),
      ),
    initialPageParam: null as string | null,
    getNextPageParam: (page) => page.nextCursor,
  });
  const first = views.data?.pages[0];
  const items = views.data?.pages.flatMap((page) => page.items) ?? [];
  return (
    <Section title={t('ownData.views')}>
      {views.error && <ProblemNotice error={views.error} />}
      {views.isPending && <Loading />}
      {first && (
        <Text size="sm">{t('ownData.viewsText', { organisation: first.organisation, days: first.keptDays })}</Text>
      )}
      {first && items.length === 0 && <Text size="sm">{t('ownData.noViews')}</Text>}
      {items.length > 0 && (
        <Table aria-label={t('ownData.views')} verticalSpacing="xs">
          <Table.Thead>
            <Table.Tr>
              <Table.Th>{t('ownData.day')}</Table.Th>
              <Table.Th>{t('ownData.who')}</Table.Th>
              <Table.Th>{t('ownData.what')}</Table.Th>
            </Table.Tr>
          </Table.Thead>
          <Table.Tbody>
            {items.map(({ day, firstAt, role, areas }) => (
              <Table.Tr key={`${day} ${firstAt} ${role}`}>
                <Table.Td>{formatDay(day)}</Table.Td>
                <Table.Td>{t(`ownData.role.${role}`)}</Table.Td>
                <Table.Td>{areas.map((area) => t(`ownData.area.${area}`)).join(', ')}</Table.Td>
              </Table.Tr>
            ))}
          </Table.Tbody>
        </Table>
      )}
      {views.hasNextPage && (
        <Button variant="default" loading={views.isFetchingNextPage} onClick={() => void views.fetchNextPage()}>
          {t('app.more')}
        </Button>
      )}
    </Section>
  );
}
