import { Button, Text } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import type { OwnApplication } from '../../api/types';
import { Confirm } from '../../components/confirm';
import { formatDate } from '../../i18n';
import { applicationQuery } from './application-query';

/** The way out, at any time: nothing of the application stays. */
export function Withdraw({ application: { id, status, keptUntil, form } }: { application: OwnApplication }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const navigate = useNavigate();
  const [asked, setAsked] = useState(false);
  const withdraw = useMutation({
    mutationFn: async () => {
      await answerOf(api.DELETE('/v1/applications/{id}', { params: { path: { id } } }));
      await answerOf(api.DELETE('/v1/sessions/current'));
    },
    onSuccess: async () => {
      queries.removeQueries({ queryKey: applicationQuery.queryKey });
      queries.removeQueries({ queryKey: ['session'] });
      await navigate({ to: '/' });
    },
  });
  return (
    <div>
      {status === 'draft' && (
        <Text size="sm" c="dimmed">
          {t('apply.keptUntil', { date: formatDate(keptUntil) })}
        </Text>
      )}
      <Button size="compact-sm" variant="subtle" ml={-8} onClick={() => setAsked(true)}>
        {t('apply.withdraw')}
      </Button>
      <Confirm
        opened={asked}
        title={t('apply.withdrawTitle')}
        action={t('apply.withdraw')}
        busy={withdraw.isPending}
        error={withdraw.error}
        onConfirm={() => withdraw.mutate()}
        onClose={() => setAsked(false)}
      >
        <Text size="sm">{t('apply.withdrawText', { organisation: form.organisationName })}</Text>
      </Confirm>
    </div>
  );
}
