import { Alert, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { Platform } from '../../../api/types';
import { TextLink } from '../../../components/links';
import { ReportCard } from '../reports/report-card';
import { reportQuery } from '../reports/report-query';
import type { Found } from './use-search';

/** What a search found, or why nothing; while a platform is asked, that. */
export function FoundList({ found, asking }: { found: Found | undefined; asking: Platform | undefined }) {
  const { t } = useTranslation();
  return (
    <div role="status" aria-busy={asking !== undefined}>
      {asking && <Text>{t('discover.searching', { platform: t(`platform.${asking}`) })}</Text>}
      {found?.reason && <Nothing found={found} reason={found.reason} />}
      {found && !found.reason && (
        <Stack gap="xs">
          <Text fw={600}>{t('discover.found', { count: found.reportIds.length })}</Text>
          <Stack component="ul" gap="xs" m={0} p={0} aria-label={t('discover.title')}>
            {found.reportIds.map((id) => (
              <FoundReport key={id} id={id} />
            ))}
          </Stack>
        </Stack>
      )}
    </div>
  );
}

function Nothing({ found: { search }, reason }: { found: Found; reason: NonNullable<Found['reason']> }) {
  const { t } = useTranslation();
  return (
    <Alert color="blue" title={t('discover.nothing', { words: search.words })}>
      <Text size="sm">{t(`discover.empty.${reason}`, { platform: t(`platform.${search.platform}`) })}</Text>
      {search.platform !== 'youtube' && (
        <TextLink to="/admin/influencers" search={{}} size="sm" underline="always">
          {t('discover.addByHand')}
        </TextLink>
      )}
    </Alert>
  );
}

/** As it is known now: somebody may have been added from it since. */
function FoundReport({ id }: { id: string }) {
  const { data } = useQuery(reportQuery(id));
  return data && <ReportCard report={data} />;
}
