import { Card, SimpleGrid, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../../api/client';
import { Figure } from '../../figure';
import { EmptyState } from '../../../../components/empty-state';
import { HelpLink } from '../../../../components/help-link';
import { ButtonLink } from '../../../../components/links';
import { Loading } from '../../../../components/loading';
import { ProblemNotice } from '../../../../components/problem-notice';
import { formatDate } from '../../../../i18n';
import { ByInfluencer } from './by-influencer';
import { MissingNotice } from './missing-notice';
import { ReportDays } from './report-days';
import { ReportPosts } from './report-posts';
import { figures, type Figures } from './report-types';

/** What the posts of a campaign achieved, and what is not in it yet (product.md 15). */
export function CampaignReport({ campaignId, mayChange }: { campaignId: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const report = useQuery({
    queryKey: ['admin', 'report', campaignId],
    queryFn: () => answerOf(api.GET('/v1/campaigns/{id}/report', { params: { path: { id: campaignId } } })),
  });
  if (report.error && !report.data) return <ProblemNotice error={report.error} onRetry={() => void report.refetch()} />;
  if (!report.data) return <Loading />;
  const { asOf, totals, influencers, missing } = report.data;
  if (influencers.length === 0) {
    return (
      <EmptyState
        title={t('report.nobody')}
        action={
          <ButtonLink
            to="/admin/campaigns/$id"
            params={{ id: campaignId }}
            search={{}}
            mt="xs"
            size="xs"
            variant="default"
          >
            {t('report.toInfluencers')}
          </ButtonLink>
        }
      />
    );
  }
  return (
    <Stack gap="lg">
      <Totals totals={totals} />
      <Text size="sm" c="dimmed">
        {asOf ? t('report.asOf', { time: formatDate(asOf) }) : t('report.nothing')}
      </Text>
      <HelpLink topic="reports" w="fit-content" />
      <MissingNotice missing={missing} />
      <ReportDays campaignId={campaignId} influencers={influencers} />
      <ByInfluencer campaignId={campaignId} influencers={influencers} />
      <ReportPosts campaignId={campaignId} mayChange={mayChange} />
    </Stack>
  );
}

function Totals({ totals }: { totals: Figures }) {
  const { t } = useTranslation();
  return (
    <SimpleGrid component="dl" cols={{ base: 2, sm: 4 }} spacing="sm" m={0} aria-label={t('report.totals')}>
      {figures.map((name) => (
        <Card key={name} withBorder padding="sm">
          <Text component="dt" size="sm" c="dimmed">
            {t(`report.figure.${name}`)}
          </Text>
          <Text component="dd" m={0} fz={{ base: 'lg', sm: 'h2' }} fw={700}>
            <Figure value={totals[name]} />
          </Text>
        </Card>
      ))}
    </SimpleGrid>
  );
}
