import { Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate, useParams, useSearch } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../../api/client';
import { HelpLink } from '../../../../components/help-link';
import { TextLink } from '../../../../components/links';
import { Loading } from '../../../../components/loading';
import { NoPermission } from '../../../../components/no-permission';
import { PageTitle } from '../../../../components/page-title';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useRole } from '../../use-role';
import { ChooseOther } from './choose-other';
import { MergeForm } from './merge-form';

/** Two entries side by side: which stays, what moves, whose word stands, what is lost. Then they are merged, or the person is asked. */
export default function Merge() {
  const { t } = useTranslation();
  const { id } = useParams({ from: '/admin/influencers/$id/merge' });
  const { other } = useSearch({ from: '/admin/influencers/$id/merge' });
  const navigate = useNavigate({ from: '/admin/influencers/$id/merge' });
  const { mayChange } = useRole();
  const preview = useQuery({
    queryKey: ['admin', 'merge-preview', id, other],
    queryFn: () =>
      answerOf(api.GET('/v1/influencers/{id}/merge-preview', { params: { path: { id }, query: { other: other! } } })),
    enabled: other !== undefined && mayChange,
    staleTime: 0,
    gcTime: 0,
  });
  if (!mayChange) return <NoPermission to="members" />;
  const choose = (next?: string) => void navigate({ search: next ? { other: next } : {} });
  return (
    <Stack gap="md" maw={760}>
      <TextLink to="/admin/influencers/$id" params={{ id }} search={{}} size="sm">
        {t('merge.back')}
      </TextLink>
      <div>
        <PageTitle>{t('merge.title')}</PageTitle>
        <Text>{t('merge.intro')}</Text>
        <HelpLink topic="merge-influencers" />
      </div>
      {(other === undefined || preview.error) && <ChooseOther than={id} onChoose={choose} />}
      {preview.error && <ProblemNotice error={preview.error} onRetry={() => void preview.refetch()} />}
      {other !== undefined && preview.isPending && <Loading />}
      {preview.data && <MergeForm key={`${id} ${other}`} preview={preview.data} onOther={() => choose()} />}
    </Stack>
  );
}
