import { Alert, Button, Card, Group, List, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { MergePreview } from '../../../../api/admin-types';
import { answerOf, api } from '../../../../api/client';
import { ButtonLink } from '../../../../components/links';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useProof } from '../../../../components/step-up';
import { useUnsent } from '../../../../components/unsent';
import { MergedValues } from './merged-values';
import { WhatMoves } from './what-moves';

interface MergeFormProps {
  preview: MergePreview;
  /** Somebody else is meant. */
  onOther(): void;
}

export function MergeForm({ preview, onOther }: MergeFormProps) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const withProof = useProof();
  const { kept, other, values, needsPerson, otherWayNeedsPerson } = preview;
  const [taken, setTaken] = useState<readonly string[]>([]);
  const merge = useMutation({
    mutationFn: () =>
      withProof(() =>
        answerOf(
          api.POST('/v1/influencers/{id}/merges', {
            params: { path: { id: kept.id } },
            body: { influencerId: other.id, take: [...taken] },
          }),
        ),
      ),
    onSuccess: async () => {
      await navigate({ to: '/admin/influencers/$id', params: { id: kept.id }, search: {}, ignoreBlocker: true });
      await queries.invalidateQueries({ queryKey: ['admin'] });
    },
  });
  useUnsent(() => taken.length > 0);
  const choose = (field: string, fromOther: boolean) =>
    setTaken((before) => [...before.filter((one) => one !== field), ...(fromOther ? [field] : [])]);
  return (
    <Stack gap="md">
      <SimpleGrid cols={{ base: 1, sm: 2 }} spacing="sm">
        <Side label={t('merge.stays')} {...kept} />
        <Side label={t('merge.goes')} {...other} />
      </SimpleGrid>
      <Group gap="xs">
        <ButtonLink
          size="xs"
          variant="default"
          to="/admin/influencers/$id/merge"
          params={{ id: other.id }}
          search={{ other: kept.id }}
          ignoreBlocker
        >
          {t('merge.swap')}
        </ButtonLink>
        <Button size="xs" variant="default" onClick={onOther}>
          {t('merge.another')}
        </Button>
      </Group>
      {needsPerson && (
        <Alert color="yellow" title={t('merge.asks')}>
          <Text size="sm">{t('merge.asksText', { name: other.name, email: kept.email, other: other.email })}</Text>
          {!otherWayNeedsPerson && (
            <Text size="sm" mt="xs">
              {t('merge.asksOther')}
            </Text>
          )}
        </Alert>
      )}
      <WhatMoves to={kept.name} moves={preview.moves} />
      {values.length > 0 && <MergedValues values={values} taken={taken} onChoose={choose} />}
      <section>
        <Title order={2} size="h4">
          {t('merge.stay')}
        </Title>
        <Text size="sm">{t('merge.stayText')}</Text>
        <Text size="sm" mt="xs" style={{ overflowWrap: 'anywhere' }}>
          {t('merge.address', { email: kept.email, other: other.email })}
        </Text>
      </section>
      <Alert color="red" title={t('merge.undone')}>
        {t('merge.undoneText', { name: other.name })}
      </Alert>
      {merge.error && <ProblemNotice error={merge.error} />}
      <Group>
        <Button color={needsPerson ? undefined : 'red.9'} loading={merge.isPending} onClick={() => merge.mutate()}>
          {t(needsPerson ? 'merge.ask' : 'merge.do')}
        </Button>
        <ButtonLink variant="default" to="/admin/influencers/$id" params={{ id: kept.id }} search={{}} ignoreBlocker>
          {t('app.cancel')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}

function Side({ label, name, email }: { label: string; name: string; email: string }) {
  return (
    <Card withBorder padding="sm" component="section" aria-label={label}>
      <Text size="sm" fw={600} c="dimmed">
        {label}
      </Text>
      <List listStyleType="none" style={{ overflowWrap: 'anywhere' }}>
        <List.Item fw={600}>{name}</List.Item>
        <List.Item>{email}</List.Item>
      </List>
    </Card>
  );
}
