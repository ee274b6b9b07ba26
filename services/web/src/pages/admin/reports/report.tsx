import { Alert, Avatar, Button, Group, Stack, Tabs, Text } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Report } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { Confirm } from '../../../components/confirm';
import { Loading } from '../../../components/loading';
import { TextLink } from '../../../components/links';
import { PageTitle } from '../../../components/page-title';
import { PlatformIcon } from '../../../components/platform-icon';
import { NotThere } from '../not-there';
import { useRole } from '../use-role';
import { AddFromReport } from './add-from-report';
import { ContactInformation } from './contact-information';
import { PublicProfile } from './public-profile';
import { reportQuery } from './report-query';
import { reportTabs, type ReportTab } from './reports-search';

/** What a platform shows everybody of one account, and the way into the roster. */
export default function ReportPage() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/admin/reports/$id' });
  const { tab = 'profile' } = useSearch({ from: '/admin/reports/$id' });
  const navigate = useNavigate({ from: '/admin/reports/$id' });
  const { mayChange } = useRole();
  const report = useQuery(reportQuery(id));
  const back = (
    <TextLink to="/admin/reports" search={{}} size="sm">
      {t('reports.back')}
    </TextLink>
  );
  // A later look that fails leaves the page as it is: somebody may have typed something.
  if (!report.data) {
    if (!report.error) return <Loading />;
    return <NotThere error={report.error} back={back} onRetry={() => void report.refetch()} />;
  }
  const { platform, handle, displayName, pictureUrl, influencerId } = report.data;
  return (
    <Stack gap="md">
      {back}
      <Group justify="space-between">
        <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
          <Avatar radius="xl" size="lg" src={pictureUrl} alt="" imageProps={{ referrerPolicy: 'no-referrer' }} />
          <div style={{ minWidth: 0 }}>
            <PageTitle style={{ overflowWrap: 'anywhere' }}>{displayName}</PageTitle>
            <Group gap={4} wrap="nowrap" c="dimmed">
              <PlatformIcon platform={platform} size={18} />
              <Text style={{ overflowWrap: 'anywhere' }}>@{handle}</Text>
            </Group>
          </div>
        </Group>
        {mayChange && <Remove report={report.data} />}
      </Group>
      {influencerId !== null && (
        <Alert color="teal">
          {t('reports.known')}{' '}
          <TextLink to="/admin/influencers/$id" params={{ id: influencerId }} search={{}} size="sm" underline="always">
            {t('reports.toProfile')}
          </TextLink>
        </Alert>
      )}
      {mayChange && <AddFromReport report={report.data} />}
      <Tabs
        value={tab}
        // A form that is open above them stays so.
        onChange={(next) => void navigate({ search: { tab: next as ReportTab }, replace: true, ignoreBlocker: true })}
      >
        <Tabs.List>
          {reportTabs.map((value) => (
            <Tabs.Tab key={value} value={value}>
              {t(`reports.tab.${value}`)}
            </Tabs.Tab>
          ))}
        </Tabs.List>
        <Tabs.Panel value="profile" pt="md">
          <PublicProfile report={report.data} />
        </Tabs.Panel>
        <Tabs.Panel value="contact" pt="md">
          <ContactInformation found={report.data.contactInformation} />
        </Tabs.Panel>
      </Tabs>
    </Stack>
  );
}

function Remove({ report: { id, displayName } }: { report: Report }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asking, setAsking] = useState(false);
  const remove = useMutation({
    mutationFn: () => answerOf(api.DELETE('/v1/reports/{id}', { params: { path: { id } } })),
    onSuccess: async () => {
      await navigate({ to: '/admin/reports', search: {}, ignoreBlocker: true });
      queries.removeQueries(reportQuery(id));
      await queries.invalidateQueries({ queryKey: ['admin', 'reports'] });
    },
  });
  return (
    <>
      <Button variant="default" onClick={() => setAsking(true)}>
        {t('reports.remove')}
      </Button>
      <Confirm
        opened={asking}
        title={t('reports.removeTitle', { name: displayName })}
        action={t('reports.removeConfirm')}
        busy={remove.isPending}
        error={remove.error}
        onConfirm={() => remove.mutate()}
        onClose={() => setAsking(false)}
      >
        <Text size="sm">{t('reports.removeText')}</Text>
      </Confirm>
    </>
  );
}
