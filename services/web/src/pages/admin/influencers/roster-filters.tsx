import { Group, NativeSelect, TextInput } from '@mantine/core';
import { useDebouncedCallback } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import classes from './roster-filters.module.css';
import { rosterFilters, type RosterSearch } from './roster-search';

type Change = { [K in keyof RosterSearch]?: RosterSearch[K] | undefined };

export function RosterFilters({ search, onChange }: { search: RosterSearch; onChange(change: Change): void }) {
  const { t } = useTranslation();
  const groups = useQuery({
    queryKey: ['admin', 'groups'],
    queryFn: () => answerOf(api.GET('/v1/influencer-groups')),
  });
  const type = useDebouncedCallback((text: string) => onChange({ search: text }), 250);
  const any = { value: '', label: t('roster.any') };
  const select = <K extends 'platform' | 'authState' | 'marketplace'>(name: K, label: (value: string) => string) => (
    <NativeSelect
      label={t(`roster.${name}`)}
      value={search[name] ?? ''}
      data={[any, ...rosterFilters[name].map((value) => ({ value, label: label(value) }))]}
      onChange={(event) => onChange({ [name]: event.currentTarget.value || undefined })}
    />
  );
  return (
    <Group component="search" gap="sm" align="end" className={classes.filters}>
      <TextInput
        type="search"
        label={t('roster.search')}
        placeholder={t('roster.searchHint')}
        defaultValue={search.search ?? ''}
        onChange={(event) => type(event.currentTarget.value)}
        className={classes.words}
      />
      {select('platform', (value) => t(`platform.${value as 'tiktok'}`))}
      {select('authState', (value) =>
        value === 'ATTENTION' ? t('roster.attention') : t(`state.${value as 'REAUTH'}`),
      )}
      {select('marketplace', (value) => t(`state.marketplace.${value as 'TTCM'}`))}
      {(groups.data?.items.length ?? 0) > 0 && (
        <NativeSelect
          label={t('roster.group')}
          value={search.groupId ?? ''}
          data={[any, ...groups.data!.items.map(({ id, name }) => ({ value: id, label: name }))]}
          onChange={(event) => onChange({ groupId: event.currentTarget.value || undefined })}
        />
      )}
    </Group>
  );
}
