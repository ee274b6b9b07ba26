import { Avatar, Badge, Card, Group, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../api/admin-types';
import { TextLink } from '../../../components/links';
import { PlatformIcon } from '../../../components/platform-icon';
import { formatCompact, formatDate } from '../../../i18n';

/** One line of a list of reports; its picture is the platform's. */
export function ReportCard({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { id, platform, handle, displayName, pictureUrl, followers, influencerId, fetchedAt } = report;
  return (
    <Card component="li" withBorder padding="sm" style={{ listStyle: 'none' }}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
          <Avatar radius="xl" src={pictureUrl} alt="" imageProps={{ referrerPolicy: 'no-referrer' }} />
          <div style={{ minWidth: 0 }}>
            <TextLink to="/admin/reports/$id" params={{ id }} search={{}} fw={600} style={{ overflowWrap: 'anywhere' }}>
              {displayName}
            </TextLink>
            <Group gap={4} wrap="nowrap" c="dimmed">
              <PlatformIcon platform={platform} size={16} />
              <Text size="sm" style={{ overflowWrap: 'anywhere' }}>
                @{handle}
              </Text>
            </Group>
          </div>
        </Group>
        <Group gap="sm">
          {influencerId !== null && (
            <Badge size="lg" tt="none" color="teal.9">
              {t('discover.inRoster')}
            </Badge>
          )}
          {followers !== null && (
            <Text size="sm">{t('discover.followers', { count: followers, shown: formatCompact(followers) })}</Text>
          )}
          <Text size="sm" c="dimmed">
            {t('reports.fetched', { date: formatDate(fetchedAt) })}
          </Text>
        </Group>
      </Group>
    </Card>
  );
}
