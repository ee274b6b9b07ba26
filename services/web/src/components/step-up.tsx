import { Button, Group, Modal, PasswordInput, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { createContext, use, useState, type FormEvent, type ReactNode } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../api/client';
import { ProblemError } from '../api/problem';
import { sessionQuery, useKnownSession } from '../api/session';
import { OwnProof } from './own-proof';
import { ProblemNotice } from './problem-notice';

type WithProof = <T>(work: () => Promise<T>) => Promise<T>;

const Proof = createContext<WithProof>((work) => work());

/** Wraps a change that may need a fresh proof of who is there: asks for it when the server says so, then goes on. */
export const useProof = () => use(Proof);

interface Waiting {
  proven(): void;
  gaveUp(error: unknown): void;
}

export function StepUp({ children }: { children: ReactNode }) {
  const [waiting, setWaiting] = useState<Waiting>();
  const isCreator = useKnownSession()?.kind === 'influencer';
  const withProof: WithProof = async (work) => {
    try {
      return await work();
    } catch (error) {
      if (!(error instanceof ProblemError && error.code === 'request.step_up_needed')) throw error;
      await new Promise<void>((proven, gaveUp) => {
        setWaiting({ proven, gaveUp: () => gaveUp(error) });
      }).finally(() => setWaiting(undefined));
      return work();
    }
  };
  return (
    <Proof value={withProof}>
      {children}
      {waiting &&
        (isCreator ? (
          <OwnProof onProven={waiting.proven} onClose={() => waiting.gaveUp(undefined)} />
        ) : (
          <Dialog waiting={waiting} />
        ))}
    </Proof>
  );
}

function Dialog({ waiting }: { waiting: Waiting }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [text, setText] = useState('');
  const factor = useQuery({ queryKey: ['second-factor'], queryFn: () => answerOf(api.GET('/v1/second-factor')) });
  const byCode = factor.data?.confirmedAt != null;
  const prove = useMutation({
    mutationFn: () =>
      answerOf(api.POST('/v1/sessions/current/step-up', { body: byCode ? { code: text } : { password: text } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: sessionQuery.queryKey });
      waiting.proven();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    prove.mutate();
  };
  const field = {
    required: true,
    'data-autofocus': true,
    value: text,
    onChange: (event: { currentTarget: { value: string } }) => setText(event.currentTarget.value),
  };
  return (
    <Modal opened onClose={() => waiting.gaveUp(undefined)} title={t('stepUp.title')}>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <Text size="sm">{t(byCode ? 'stepUp.byCode' : 'stepUp.byPassword')}</Text>
          {byCode ? (
            <TextInput {...field} label={t('stepUp.code')} autoComplete="one-time-code" />
          ) : (
            <PasswordInput {...field} label={t('signIn.password')} autoComplete="current-password" />
          )}
          {prove.error && <ProblemNotice error={prove.error} />}
          <Group>
            <Button type="submit" loading={prove.isPending} disabled={!factor.data}>
              {t('stepUp.confirm')}
            </Button>
            <Button variant="default" onClick={() => waiting.gaveUp(undefined)}>
              {t('admin.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
