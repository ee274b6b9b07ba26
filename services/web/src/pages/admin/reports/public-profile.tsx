import { Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../api/admin-types';
import { Facts } from '../../../components/facts';
import { Figure } from '../figure';
import { formatDate } from '../../../i18n';
import { OutsideLink } from './outside-link';

/** What the platform showed, and when; what it does not tell is a dash. */
export function PublicProfile({ report }: { report: Report }) {
  const { t } = useTranslation();
  const { platform, handle, followers, following, posts, likes, verified, biography, website, profileUrl } = report;
  return (
    <Stack gap="md">
      <Facts
        facts={[
          [t('reports.handle'), `@${handle}`],
          [t('reports.followers'), <Figure key="followers" value={followers} />],
          [t('reports.following'), <Figure key="following" value={following} />],
          [t('reports.posts'), <Figure key="posts" value={posts} />],
          [t('reports.likes'), <Figure key="likes" value={likes} />],
          [t('reports.verified'), t(verified === null ? 'reports.notTold' : verified ? 'reports.yes' : 'reports.no')],
          [t('reports.asOf'), formatDate(report.fetchedAt)],
          [t('reports.keptUntil'), formatDate(report.keptUntil)],
        ]}
      />
      <div>
        <Title order={2} size="h4">
          {t('reports.description')}
        </Title>
        <Text style={{ whiteSpace: 'pre-line', overflowWrap: 'anywhere' }}>
          {biography ?? t('reports.noDescription')}
        </Text>
      </div>
      {website !== null && (
        <div>
          <Title order={2} size="h4">
            {t('reports.website')}
          </Title>
          <OutsideLink url={website} />
        </div>
      )}
      {profileUrl !== null && (
        <div>
          <OutsideLink url={profileUrl}>{t('reports.open', { platform: t(`platform.${platform}`) })}</OutsideLink>
        </div>
      )}
    </Stack>
  );
}
