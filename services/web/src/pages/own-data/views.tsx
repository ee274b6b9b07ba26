import { Button, Text } from '@mantine/core';
import { useInfiniteQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { formatDay } from '../../i18n';
import { Section } from './section';
import classes from './views.module.css';

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
        // A plain one: Mantine's brings a scroll area, which is a tenth of what this page may load.
        <table aria-label={t('ownData.views')} className={classes.table}>
          <thead>
            <tr>
              <th scope="col">{t('ownData.day')}</th>
              <th scope="col">{t('ownData.who')}</th>
              <th scope="col">{t('ownData.what')}</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ day, firstAt, role, areas }) => (
              <tr key={`${day} ${firstAt} ${role}`}>
                <td>{formatDay(day)}</td>
                <td>{t(`ownData.role.${role}`)}</td>
                <td>{areas.map((area) => t(`ownData.area.${area}`)).join(', ')}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {views.hasNextPage && (
        <Button variant="default" loading={views.isFetchingNextPage} onClick={() => void views.fetchNextPage()}>
          {t('app.more')}
        </Button>
      )}
    </Section>
  );
}
