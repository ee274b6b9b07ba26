import { Button, Group, List, Modal, Stack, Text, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import { Loading } from '../../components/loading';
import { ProblemNotice } from '../../components/problem-notice';
import { useProof } from '../../components/step-up';
import { formatNumber } from '../../i18n';
import { Section } from './section';

export function Erase({ organisation }: { organisation: string }) {
  const { t } = useTranslation();
  const [asking, setAsking] = useState(false);
  return (
    <Section title={t('ownData.erase')}>
      <Text size="sm">{t('ownData.eraseText', { organisation })}</Text>
      <Group>
        <Button variant="default" onClick={() => setAsking(true)}>
          {t('ownData.eraseOpen')}
        </Button>
      </Group>
      {asking && <Question organisation={organisation} onClose={() => setAsking(false)} />}
    </Section>
  );
}

/** Shows what goes, and lets somebody go on who types for whom. The receipt is all that is left afterwards. */
function Question({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const { t } = useTranslation();
  const withProof = useProof();
  const [typed, setTyped] = useState('');
  const preview = useQuery({
    queryKey: ['own-erasure'],
    queryFn: () => answerOf(api.GET('/v1/own-data/erasure')),
    gcTime: 0,
  });
  const erase = useMutation({
    mutationFn: () => withProof(() => answerOf(api.POST('/v1/own-data/erasure', { body: { organisation: typed } }))),
    // The session ends with the person, so the whole app begins anew, at the receipt.
    onSuccess: ({ receipt }) => window.location.replace(`/erased#${receipt}`),
  });
  const matches = typed.trim().toLowerCase() === organisation.trim().toLowerCase();
  return (
    <Modal opened onClose={onClose} title={t('ownData.eraseTitle', { organisation })}>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          erase.mutate();
        }}
      >
        <Stack gap="sm">
          {preview.isPending && <Loading />}
          {preview.error && <ProblemNotice error={preview.error} />}
          {preview.data && (
            <div>
              <Text size="sm" fw={600}>
                {t('ownData.eraseHeld')}
              </Text>
              <List size="sm">
                {preview.data.held.map(({ service, set, count }) => (
                  <List.Item key={`${service}/${set}`}>
                    {t('ownData.set', {
                      name: set.replaceAll('-', ' '),
                      count: formatNumber(count) as unknown as number,
                    })}
                  </List.Item>
                ))}
              </List>
            </div>
          )}
          <TextInput
            required
            label={t('ownData.eraseType', { organisation })}
            value={typed}
            autoComplete="off"
            onChange={(event) => setTyped(event.currentTarget.value)}
          />
          {erase.error && <ProblemNotice error={erase.error} />}
          <Group>
            <Button type="submit" color="red.9" disabled={!matches} loading={erase.isPending}>
              {t('ownData.eraseConfirm')}
            </Button>
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('ownData.keep')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Modal>
  );
}
