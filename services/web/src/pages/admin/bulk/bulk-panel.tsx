import { Alert, Button, Card, Group, List, Progress, Stack, Text, Title } from '@mantine/core';
import { IconCircleCheck, IconCircleDashed, IconCircleX, IconLoader } from '@tabler/icons-react';
import { useQueryClient } from '@tanstack/react-query';
import { useEffect } from 'react';
import { useTranslation } from 'react-i18next';
import { ProblemError } from '../../../api/problem';
import { TextLink } from '../../../components/links';
import { ProblemNotice } from '../../../components/problem-notice';
import { errorText, formatDate } from '../../../i18n';
import { CopyByHand } from '../links/copy-by-hand';
import { useCopy } from '../../../components/use-copy';
import { useMailStatus } from '../influencers/use-mail-status';
import type { BulkRow, BulkState } from './bulk-run';
import type { TaskKind } from './bulk-tasks';
import { MailFailed } from './mail-outcomes';
import { useBulk, useBulkState, type Bulk } from './use-bulk';
import { useLeaveWarning } from './use-leave-warning';
import { useMailOutcomes } from './use-mail-outcomes';

/** How far the run is, with the result of every row; it stays until somebody closes it, whatever page they look at. */
export function BulkPanel() {
  const { current } = useBulk();
  return current ? <Panel key={current.number} bulk={current} /> : null;
}

function Panel({ bulk }: { bulk: Bulk }) {
  const { t } = useTranslation();
  const { close } = useBulk();
  const queries = useQueryClient();
  const state = useBulkState(bulk);
  const { status, rows, blocked } = state;
  const { done, failed, waiting } = countsOf(rows);
  useLeaveWarning(waiting > 0);
  useMailOutcomes(bulk);
  const title = t(`bulk.title.${bulk.kind}`, { count: rows.length });
  useEffect(() => {
    if (status !== 'running') void queries.invalidateQueries({ queryKey: ['admin'] });
  }, [queries, status]);
  return (
    <Card withBorder component="section" aria-label={title}>
      <Stack gap="sm">
        <Title order={2} size="h4">
          {title}
        </Title>
        <Progress.Root size="lg">
          <Progress.Section value={(100 * (done + failed)) / rows.length} aria-label={t('bulk.progress')} />
        </Progress.Root>
        <Text size="sm">{t('bulk.counts', { done, failed, waiting })}</Text>
        <Text size="sm" role="status">
          <StatusText state={state} />
        </Text>
        {blocked && <ProblemNotice error={blocked} />}
        <Group gap="xs">
          {status === 'running' && (
            <Button size="xs" variant="default" onClick={() => bulk.run.stop()}>
              {t('bulk.stop')}
            </Button>
          )}
          {status === 'stopped' && (
            <Button size="xs" onClick={() => void bulk.run.start()}>
              {t('bulk.resume')}
            </Button>
          )}
          {status === 'finished' && failed > 0 && (
            <Button size="xs" variant="default" onClick={() => void bulk.run.retry()}>
              {t('bulk.retry')}
            </Button>
          )}
          {status !== 'running' && (
            <Button size="xs" variant="default" onClick={close}>
              {t('app.close')}
            </Button>
          )}
        </Group>
        {bulk.kind === 'copy' && status !== 'running' && <Links rows={rows} />}
        <Rows kind={bulk.kind} rows={rows} title={title} />
      </Stack>
    </Card>
  );
}

function StatusText({ state: { status, pause } }: { state: BulkState }) {
  const { t } = useTranslation();
  if (pause?.reason === 'connection') return t('bulk.noConnection');
  if (pause) return t('bulk.limit', { time: formatDate(pause.until.toISOString()) });
  return t(`bulk.status.${status}`);
}

/** Copied as soon as all are there, and by a press where the browser wants one. */
function Links({ rows }: { rows: readonly BulkRow[] }) {
  const { t } = useTranslation();
  const { copy, byHand, copied } = useCopy();
  const lines = rows.flatMap(({ name, value }) => (value ? [`${name}: ${value}`] : []));
  const text = lines.join('\n');
  useEffect(() => {
    if (text) void copy(text);
    // Once for each list of links.
    // oxlint-disable-next-line react-hooks/exhaustive-deps
  }, [text]);
  if (!text) return null;
  return (
    <>
      <Group gap="xs">
        <Button size="xs" variant="default" onClick={() => void copy(text)}>
          {t('bulk.copy', { count: lines.length })}
        </Button>
      </Group>
      <div role="status">{copied && <Alert color="teal">{t('bulk.copied', { count: lines.length })}</Alert>}</div>
      {byHand && <CopyByHand text={byHand} />}
    </>
  );
}

const looks = {
  failed: { order: 0, Icon: IconCircleX, color: 'var(--mantine-color-error)' },
  running: { order: 1, Icon: IconLoader, color: 'var(--mantine-color-dimmed)' },
  waiting: { order: 2, Icon: IconCircleDashed, color: 'var(--mantine-color-dimmed)' },
  done: { order: 3, Icon: IconCircleCheck, color: 'var(--mantine-color-teal-text)' },
} as const;

/** What failed comes first: it is what somebody has to look at. */
function Rows({ kind, rows, title }: { kind: TaskKind; rows: readonly BulkRow[]; title: string }) {
  const { t } = useTranslation();
  const reasonOf = useReason();
  const sorted = rows.toSorted((a, b) => looks[a.state].order - looks[b.state].order);
  const words = ({ state, mail }: BulkRow & { state: Exclude<BulkRow['state'], 'failed'> }) =>
    kind === 'email' && state === 'done' ? t(`bulk.mail.${mail ?? 'queued'}`) : t(`bulk.row.${state}`);
  return (
    // A list that scrolls can be reached by keyboard.
    <div role="group" tabIndex={0} aria-label={t('bulk.rows', { title })} style={{ maxHeight: 260, overflowY: 'auto' }}>
      <List size="sm" listStyleType="none" spacing={4}>
        {sorted.map((row) => {
          const { id, name, state, error } = row;
          const { Icon, color } = looks[state];
          const tab = error instanceof MailFailed ? 'mails' : 'accounts';
          return (
            <List.Item key={id} icon={<Icon size={18} color={color} aria-hidden />}>
              {state === 'failed' ? (
                <>
                  <TextLink to="/admin/influencers/$id" params={{ id }} search={{ tab }} underline="always">
                    {name}
                  </TextLink>
                  {`: ${reasonOf(error)}`}
                </>
              ) : (
                `${name}: ${words({ ...row, state })}`
              )}
            </List.Item>
          );
        })}
      </List>
    </div>
  );
}

/** Why a row failed, in words. */
function useReason(): (error: unknown) => string {
  const { t } = useTranslation();
  const mailStatus = useMailStatus();
  return (error) => {
    if (error instanceof MailFailed) return mailStatus(error.mail);
    if (!(error instanceof ProblemError)) return t('problem.unknown');
    const { title, nextStep } = errorText(error.code) ?? error;
    return `${title} ${nextStep}`;
  };
}

function countsOf(rows: readonly BulkRow[]) {
  const count = (...states: BulkRow['state'][]) => rows.filter(({ state }) => states.includes(state)).length;
  return { done: count('done'), failed: count('failed'), waiting: count('waiting', 'running') };
}
