import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { HelpLink } from '../../../components/help-link';
import { TextLink } from '../../../components/links';
import { PageTitle } from '../../../components/page-title';
import { ProblemNotice } from '../../../components/problem-notice';
import { useRole } from '../use-role';
import { SearchForm } from './search-form';
import { useSources } from './use-sources';

/** Finds public profiles, as far as each platform can be searched. */
export default function Discover() {
  const { t } = useTranslation();
  const { mayChange } = useRole();
  const sources = useSources();
  return (
    <Stack gap="md">
      <PageTitle>{t('discover.title')}</PageTitle>
      <Text>{t('discover.text')}</Text>
      <Group gap="md">
        <TextLink to="/admin/reports" search={{}} size="sm" underline="always">
          {t('discover.toReports')}
        </TextLink>
        <TextLink to="/admin/settings" search={{ tab: 'discovery' }} size="sm" underline="always">
          {t('discover.toSources')}
        </TextLink>
        <HelpLink topic="discover" />
      </Group>
      {!mayChange && <Text>{t('discover.viewers')}</Text>}
      {mayChange && sources.error && !sources.data && (
        <ProblemNotice error={sources.error} onRetry={() => void sources.refetch()} />
      )}
      {mayChange && sources.isPending && <Loading />}
      {mayChange && sources.data && <SearchForm sources={sources.data.items} />}
    </Stack>
  );
}
