import { Button, Card, Group, NativeSelect, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { IconDownload } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import type { AccessReport as Report } from '../../../../api/admin-types';
import { answerOf, api } from '../../../../api/client';
import { Figure } from '../../figure';
import { Loading } from '../../../../components/loading';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useDownload } from '../../../../components/use-download';
import { formatMonth } from '../../../../i18n';
import { AccessTable } from './access-table';
import { daysOf, reportMonths, wholeYear } from './report-periods';

const totals = ['viewers', 'people', 'downloads'] as const;

/** Who of the organisation looked at how many people's data, for its owners. */
export function AccessReport() {
  const { t } = useTranslation();
  const now = new Date();
  const months = reportMonths(now);
  const { month: period = months[1]! } = useSearch({ from: '/admin/settings' });
  const navigate = useNavigate({ from: '/admin/settings' });
  const days = daysOf(period, now);
  const report = useQuery({
    queryKey: ['admin', 'access-report', days],
    queryFn: () => answerOf(api.GET('/v1/access-report', { params: { query: days } })),
  });
  const download = useDownload();
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {t('access.title')}
      </Title>
      <Text size="sm" maw={640}>
        {t('access.text')}
      </Text>
      <Group align="flex-end" gap="sm">
        <NativeSelect
          label={t('access.period')}
          value={period}
          onChange={({ currentTarget: { value: month } }) =>
            void navigate({ search: { tab: 'access', month }, replace: true })
          }
          data={[
            // A mailed link may name a month that is shown no more.
            ...[...new Set([...months, ...(period === wholeYear ? [] : [period])])].map((value) => ({
              value,
              label: value === months[0] ? t('access.thisMonth') : formatMonth(value),
            })),
            { value: wholeYear, label: t('access.wholeYear') },
          ]}
        />
        <Button
          onClick={() => download.mutate(`/v1/access-report/file?${new URLSearchParams(days)}`)}
          loading={download.isPending}
          variant="default"
          leftSection={<IconDownload size={16} aria-hidden />}
        >
          {t('access.csv')}
        </Button>
      </Group>
      {download.error && <ProblemNotice error={download.error} />}
      {report.error && !report.data && <ProblemNotice error={report.error} onRetry={() => void report.refetch()} />}
      {report.isPending && <Loading />}
      {report.data && <Content report={report.data} />}
    </Stack>
  );
}

function Content({ report }: { report: Report }) {
  const { t } = useTranslation();
  if (report.items.length === 0) return <Text>{t('access.nobody')}</Text>;
  return (
    <>
      <SimpleGrid component="dl" cols={{ base: 1, xs: 3 }} spacing="sm" m={0} aria-label={t('access.totals')}>
        {totals.map((name) => (
          <Card key={name} withBorder padding="md">
            <Text component="dt" size="sm" c="dimmed">
              {t(`access.total.${name}`)}
            </Text>
            <Text component="dd" m={0} fz="h2" fw={700}>
              <Figure value={report.totals[name]} />
            </Text>
          </Card>
        ))}
      </SimpleGrid>
      <AccessTable viewers={report.items} />
      <Text size="sm" c="dimmed" maw={640}>
        {t('access.operators', { days: report.keptDays })}
      </Text>
    </>
  );
}
