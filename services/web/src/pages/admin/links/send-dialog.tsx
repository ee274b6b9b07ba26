import { Button, Group, Paper, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useId } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { Facts } from '../../../components/facts';
import { Loading } from '../../../components/loading';
import { Modal } from '../../../components/modal';
import { ProblemNotice } from '../../../components/problem-notice';

interface SendDialogProps {
  opened: boolean;
  /** Whose mail is shown. */
  influencerId: string;
  /** How many more get one like it. */
  others?: number;
  busy?: boolean;
  error?: unknown;
  onSend(): void;
  onClose(): void;
}

/** Whom the mail goes to, whom it comes from and what it says, before anything is sent. */
export function SendDialog({
  opened,
  others = 0,
  busy = false,
  error,
  onSend,
  onClose,
  influencerId,
}: SendDialogProps) {
  const { t } = useTranslation();
  return (
    <Modal opened={opened} onClose={onClose} title={t('links.dialog')} size="lg">
      <Stack gap="sm">
        <Preview influencerId={influencerId} />
        {others > 0 && <Text size="sm">{t('links.others', { count: others })}</Text>}
        {Boolean(error) && <ProblemNotice error={error} />}
        <Group>
          <Button loading={busy} onClick={onSend}>
            {t('links.send')}
          </Button>
          <Button variant="default" onClick={onClose} data-autofocus>
            {t('app.cancel')}
          </Button>
        </Group>
      </Stack>
    </Modal>
  );
}

function Preview({ influencerId }: { influencerId: string }) {
  const { t } = useTranslation();
  const label = useId();
  const { data, error, refetch } = useQuery({
    queryKey: ['request-preview', influencerId],
    queryFn: () => answerOf(api.GET('/v1/messages/request-preview', { params: { query: { influencerId } } })),
    // Names, addresses and words may have changed since the last look.
    staleTime: 0,
    gcTime: 0,
  });
  if (error) return <ProblemNotice error={error} onRetry={() => void refetch()} />;
  if (!data) return <Loading />;
  const { to, from, subject, text, locale } = data;
  return (
    <>
      <Facts
        columns={1}
        facts={[
          [t('links.to'), mailbox(to)],
          [t('links.from'), from ? mailbox(from) : t('links.noSender')],
          [t('links.subject'), <span lang={locale}>{subject}</span>],
        ]}
      />
      <div>
        <Text size="xs" c="dimmed" id={label}>
          {t('links.text')}
        </Text>
        <Paper withBorder p="sm" role="group" aria-labelledby={label}>
          <Text size="sm" lang={locale} style={{ whiteSpace: 'pre-wrap', overflowWrap: 'anywhere' }}>
            {text.trim()}
          </Text>
        </Paper>
      </div>
      <Text size="sm" c="dimmed">
        {t('links.sample')}
      </Text>
    </>
  );
}

const mailbox = ({ name, address }: { name: string; address: string }) => `${name} <${address}>`;
