import { Alert, Badge, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import type { OutboundEmailSettings } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { clearSent } from '../../../components/form/clear-sent';
import { SelectField, TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { emailAddress } from '../../../components/form/schemas';
import { useSchemaForm } from '../../../components/form/use-schema-form';
import { HelpLink } from '../../../components/help-link';
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
  const email = useQuery({
    ...outboundEmailQuery,
    // The click on the link happens in a mailbox, of which no event tells.
    refetchInterval: (query) => (query.state.data?.pendingStatus === 'PENDING' ? 3_000 : false),
  });
  const proposal = {
    mutationFn: (next: { address: string; via: Via }) => answerOf(api.PUT('/v1/outbound-email', { body: next })),
    onSuccess: () => void queries.invalidateQueries({ queryKey: outboundEmailQuery.queryKey }),
  };
  const again = useMutation(proposal);
  const set = useMutation({ ...proposal, onMutate: again.reset });
  if (email.error && !email.data) return <ProblemNotice error={email.error} onRetry={() => void email.refetch()} />;
  if (!email.data) return <Loading />;
  const error = set.error ?? again.error;
  const { status, address: verified, pendingAddress, pendingStatus, pendingVia, verifiedAt } = email.data;
  const { confirmationFrom } = email.data;
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
      <HelpLink topic="outbound-email" w="fit-content" />
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
          {again.isSuccess && pendingStatus === 'PENDING' && <Text size="sm">{t('outbound.sentAgain')}</Text>}
          {mayChange && (
            <Button
              mt="sm"
              size="xs"
              variant="default"
              loading={again.isPending}
              onClick={() => {
                set.reset();
                again.mutate({ address: pendingAddress, via: pendingVia ?? 'smtp' });
              }}
            >
              {t('outbound.again')}
            </Button>
          )}
        </Alert>
      )}
      {mayChange && (
        <Propose
          label={t(verified ? 'outbound.replace' : 'outbound.address')}
          settings={email.data}
          busy={set.isPending}
          error={set.error}
          onPropose={set.mutateAsync}
        />
      )}
      {error && <ProblemNotice error={error} />}
    </Stack>
  );
}

const schema = z.object({ address: emailAddress(), via: z.enum(['smtp', 'ses']) });

interface ProposeProps {
  label: string;
  settings: OutboundEmailSettings;
  busy: boolean;
  error: unknown;
  onPropose(next: { address: string; via: Via }): Promise<unknown>;
}

function Propose({ label, settings, busy, error, onPropose }: ProposeProps) {
  const { t } = useTranslation();
  const form = useSchemaForm(schema, { address: '', via: settings.via });
  return (
    <Form
      form={form}
      error={error}
      onSubmit={(next) => {
        const sent = form.getValues();
        void onPropose(next).then(
          () => clearSent(form, sent),
          () => undefined,
        );
      }}
    >
      <Group align="end">
        <TextField required type="email" name="address" label={label} style={{ flexGrow: 1 }} />
        {settings.available.length > 1 && (
          <SelectField
            name="via"
            label={t('outbound.via')}
            data={settings.available.map((value) => ({ value, label: t(`outbound.ways.${value}`) }))}
          />
        )}
        <Button type="submit" loading={busy}>
          {t('outbound.verify')}
        </Button>
      </Group>
    </Form>
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
