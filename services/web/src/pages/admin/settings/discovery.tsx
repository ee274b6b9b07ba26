import { Badge, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { Loading } from '../../../components/loading';
import { PlatformIcon } from '../../../components/platform-icon';
import { ProblemNotice } from '../../../components/problem-notice';
import { SourceProblem } from '../discover/source-problem';
import { useSources } from '../discover/use-sources';

/** Settings → Discovery: the state of each platform that public profiles are found at. */
export function Discovery() {
  const { t } = useTranslation();
  const sources = useSources();
  if (!sources.data) {
    if (!sources.error) return <Loading />;
    return <ProblemNotice error={sources.error} onRetry={() => void sources.refetch()} />;
  }
  return (
    <Stack gap="md" maw={640}>
      <Title order={2} size="h3">
        {t('settings.discovery')}
      </Title>
      <Text size="sm">{t('sources.text')}</Text>
      <Stack component="ul" gap="sm" m={0} p={0} aria-label={t('settings.discovery')}>
        {sources.data.items.map(({ platform, ways, available, problem }) => (
          <Card key={platform} component="li" withBorder style={{ listStyle: 'none' }}>
            <Stack gap="xs">
              <Group gap="xs">
                <PlatformIcon platform={platform} />
                <Title order={3} size="h4">
                  {t(`platform.${platform}`)}
                </Title>
                <Badge color={available ? 'teal.9' : 'gray.7'} size="lg" tt="none">
                  {t(available ? 'sources.available' : 'sources.unavailable')}
                </Badge>
              </Group>
              <Text size="sm">{ways.map((way) => t(`sources.ways.${way}`)).join(', ')}</Text>
              {problem && <SourceProblem platform={platform} problem={problem} />}
            </Stack>
          </Card>
        ))}
      </Stack>
    </Stack>
  );
}
