import {
  Alert,
  Button,
  Checkbox,
  Code,
  Group,
  NativeSelect,
  SimpleGrid,
  Stack,
  Text,
  TextInput,
  Title,
} from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { apiKeyScopes } from '../../../api/schema';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { useProof } from '../../../components/step-up';
import { formatDate } from '../../../i18n';

type Scope = (typeof apiKeyScopes)[number];

const days = ['30', '90', '365'];

export function ApiKeys() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: () => answerOf(api.GET('/v1/api-keys')) });
  const revoke = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/v1/api-keys/{id}', { params: { path: { id } } })),
    onSettled: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  const error = keys.error ?? revoke.error;
  return (
    <Stack gap="md" maw={640}>
      <Title order={2} size="h3">
        {t('keys.title')}
      </Title>
      <Text size="sm">{t('keys.text')}</Text>
      {error && <ProblemNotice error={error} />}
      {!keys.data && !keys.error && <Loading />}
      {keys.data?.items.length === 0 && <Text>{t('keys.empty')}</Text>}
      {keys.data?.items.map(({ id, name, hint, scopes: granted, expiresAt, lastUsedAt }) => (
        <Group key={id} justify="space-between" align="flex-start">
          <div>
            <Text fw={600}>
              {name} <Code>{`${hint}…`}</Code>
            </Text>
            <Text size="xs" c="dimmed">
              {t('keys.line', {
                scopes: granted.join(', '),
                expires: formatDate(expiresAt),
                used: lastUsedAt ? formatDate(lastUsedAt) : t('profile.never'),
              })}
            </Text>
          </div>
          <Button
            size="xs"
            variant="default"
            aria-label={t('keys.revokeWhich', { name })}
            onClick={() => revoke.mutate(id)}
          >
            {t('keys.revoke')}
          </Button>
        </Group>
      ))}
      <NewKey onMade={() => void queries.invalidateQueries({ queryKey: ['api-keys'] })} />
    </Stack>
  );
}

function NewKey({ onMade }: { onMade(): void }) {
  const { t } = useTranslation();
  const withProof = useProof();
  const [name, setName] = useState('');
  const [chosen, setChosen] = useState<Scope[]>(['posts:read']);
  const [expiresInDays, setDays] = useState('90');
  const make = useMutation({
    mutationFn: () =>
      withProof(() =>
        answerOf(api.POST('/v1/api-keys', { body: { name, scopes: chosen, expiresInDays: Number(expiresInDays) } })),
      ),
    onSuccess: onMade,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    make.mutate();
  };
  return (
    <form onSubmit={submit}>
      <Stack gap="sm">
        <Title order={3} size="h4">
          {t('keys.new')}
        </Title>
        <Group grow align="end">
          <TextInput
            required
            maxLength={100}
            label={t('keys.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <NativeSelect
            label={t('keys.expires')}
            value={expiresInDays}
            data={days.map((value) => ({ value, label: t('keys.days', { count: Number(value) }) }))}
            onChange={(event) => setDays(event.currentTarget.value)}
          />
        </Group>
        <Checkbox.Group label={t('keys.scopes')} value={chosen} onChange={(next) => setChosen(next as Scope[])}>
          <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="xs" mt="xs">
            {apiKeyScopes.map((scope) => (
              <Checkbox key={scope} value={scope} label={scope} />
            ))}
          </SimpleGrid>
        </Checkbox.Group>
        {make.error && <ProblemNotice error={make.error} />}
        {make.data && (
          <Alert role="status" title={t('keys.made')}>
            <Code style={{ overflowWrap: 'anywhere' }}>{make.data.key}</Code>
          </Alert>
        )}
        <Group>
          <Button type="submit" loading={make.isPending} disabled={chosen.length === 0}>
            {t('keys.make')}
          </Button>
        </Group>
      </Stack>
    </form>
  );
}
