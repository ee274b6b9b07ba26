import { Alert, Badge, Button, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { OutboundEmailSettings } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { formatDate } from '../../../i18n';
import { outboundEmailQuery } from '../outbound-email-query';
import { useRole } from '../use-role';

const colors = { NOT_SET: 'gray.7', PENDING: '#a63c06', FAILED: 'red.9', VERIFIED: 'teal.9' } as const;
type Via = OutboundEmailSettings['via'];

/** Settings → Company → Outbound email. A verified address stays in use until its successor is verified, too. */
export function OutboundEmail() {
  const { t } = useTranslation();
  const { mayChange } = useRole();
  const queries = useQueryClient();
  const [address, setAddress] = useState('');
  const [chosen, setChosen] = useState<Via>();
  const email = useQuery({
    ...outboundEmailQuery,
    // The click on the link happens in a mailbox, of which no event tells.
    refetchInterval: (query) => (query.state.data?.pendingStatus === 'PENDING' ? 3_000 : false),
  });
  const set = useMutation({
    mutationFn: (next: { address: string; via: Via }) => answerOf(api.PUT('/v1/outbound-email', { body: next })),
    onSuccess: () => queries.invalidateQueries({ queryKey: outboundEmailQuery.queryKey }),
  });
  if (email.error && !email.data) return <ProblemNotice error={email.error} onRetry={() => void email.refetch()} />;
  if (!email.data) return <Loading />;
  const { status, available, address: verified, pendingAddress, pendingStatus, pendingVia, verifiedAt } = email.data;
  const { confirmationFrom } = email.data;
  const via = chosen ?? email.data.via;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    set.mutate({ address, via });
  };
  return (
    <Stack gap="md" maw={560}>
      <Group>
        <Title order={2} size="h3">
          {t('outbound.title')}
        </Title>
        <Badge color={colors[status]} size="lg" tt="none">
          {t(`outbound.status.${status}`)}
        </Badge>
      </Group>
      <Text size="sm">{t('outbound.text')}</Text>
      {verified && (
        <Text>{t('outbound.verified', { address: verified, date: verifiedAt ? formatDate(verifiedAt) : '' })}</Text>
      )}
      {verified && mayChange && <TestMail />}
      {pendingAddress && (
        <Alert
          title={t(pendingStatus === 'FAILED' ? 'outbound.failed' : 'outbound.pending', { address: pendingAddress })}
          color={pendingStatus === 'FAILED' ? 'red' : undefined}
          role="status"
        >
          {pendingStatus === 'FAILED' ? (
            <Text size="sm">{t('outbound.failedText')}</Text>
          ) : (
            <Text size="sm">{t(`outbound.pendingText.${confirmationFrom ?? 'us'}`)}</Text>
          )}
          {verified && <Text size="sm">{t('outbound.pendingKeeps')}</Text>}
          {mayChange && (
            <Button
              mt="sm"
              size="xs"
              variant="default"
              loading={set.isPending}
              onClick={() => set.mutate({ address: pendingAddress, via: pendingVia ?? 'smtp' })}
            >
              {t('outbound.again')}
            </Button>
          )}
        </Alert>
      )}
      {mayChange && (
        <form onSubmit={submit}>
          <Group align="end">
            <TextInput
              required
              type="email"
              label={t(verified ? 'outbound.replace' : 'outbound.address')}
              value={address}
              onChange={(event) => setAddress(event.currentTarget.value)}
              style={{ flexGrow: 1 }}
            />
            {available.length > 1 && (
              <NativeSelect
                label={t('outbound.via')}
                value={via}
                data={available.map((value) => ({ value, label: t(`outbound.ways.${value}`) }))}
                onChange={(event) => setChosen(event.currentTarget.value as Via)}
              />
            )}
            <Button type="submit" loading={set.isPending}>
              {t('outbound.verify')}
            </Button>
          </Group>
        </form>
      )}
      {set.error && <ProblemNotice error={set.error} />}
    </Stack>
  );
}

function TestMail() {
  const { t } = useTranslation();
  const test = useMutation({ mutationFn: () => answerOf(api.POST('/v1/outbound-email/test')) });
  return (
    <>
      <Button
        variant="default"
        style={{ alignSelf: 'flex-start' }}
        loading={test.isPending}
        onClick={() => test.mutate()}
      >
        {t('outbound.test')}
      </Button>
      {test.data && (
        <Alert role="status" color="teal">
          {t('outbound.tested', { address: test.data.sentTo })}
        </Alert>
      )}
      {test.error && <ProblemNotice error={test.error} />}
    </>
  );
}
