import { List, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { formatDate } from '../../../../i18n';
import { useMerges } from './use-merges';
import { membersQuery } from '../../members-query';

/** Who merged what into this entry, and when. */
export function MergedEntries({ influencerId }: { influencerId: string }) {
  const { t } = useTranslation();
  const { data } = useMerges(influencerId);
  const members = useQuery(membersQuery);
  if (!data || data.merged.length === 0) return null;
  return (
    <section>
      <Title order={2} size="h4">
        {t('merge.history')}
      </Title>
      <List size="sm" style={{ overflowWrap: 'anywhere' }}>
        {data.merged.map(({ influencerId: id, name, mergedAt, mergedBy, confirmedByPerson }) => {
          const by = members.data?.items.find(({ userId }) => userId === mergedBy)?.name;
          const date = formatDate(mergedAt);
          const was = by ? t('merge.wasBy', { name, date, by }) : t('merge.was', { name, date });
          return <List.Item key={id}>{confirmedByPerson ? `${was} · ${t('merge.confirmed')}` : was}</List.Item>;
        })}
      </List>
    </section>
  );
}
