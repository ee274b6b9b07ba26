import { Alert, Button, Checkbox, Code, Group, SimpleGrid, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { Controller } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../../../api/client';
import { apiKeyScopes } from '../../../api/schema';
import { Confirm } from '../../../components/confirm';
import { clearSent } from '../../../components/form/clear-sent';
import { SelectField, TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { neededText } from '../../../components/form/schemas';
import { useSchemaForm } from '../../../components/form/use-schema-form';
import { EmptyState } from '../../../components/empty-state';
import { HelpLink } from '../../../components/help-link';
import { keepRowFocus } from '../../../components/keep-row-focus';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { useProof } from '../../../components/step-up';
import { useCopy } from '../../../components/use-copy';
import { formatDate } from '../../../i18n';

const days = ['30', '90', '365'] as const;
const schema = z.object({
  name: neededText(100),
  scopes: z.array(z.enum(apiKeyScopes)).check(z.minLength(1)),
  expiresInDays: z.enum(days),
});

export function ApiKeys() {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const keys = useQuery({ queryKey: ['api-keys'], queryFn: () => answerOf(api.GET('/v1/api-keys')) });
  const [asked, setAsked] = useState<{ id: string; name: string }>();
  const revoke = useMutation({
    mutationFn: (id: string) => answerOf(api.DELETE('/v1/api-keys/{id}', { params: { path: { id } } })),
    onSuccess: () => setAsked(undefined),
    onSettled: () => queries.invalidateQueries({ queryKey: ['api-keys'] }),
  });
  return (
    <Stack ref={keepRowFocus} gap="md" maw={640}>
      <Title order={2} size="h3">
        {t('keys.title')}
      </Title>
      <Text size="sm">{t('keys.text')}</Text>
      <HelpLink topic="api" w="fit-content" />
      {keys.error && <ProblemNotice error={keys.error} />}
      {!keys.data && !keys.error && <Loading />}
      {keys.data?.items.length === 0 && <EmptyState title={t('keys.empty')} />}
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
            onClick={() => {
              revoke.reset();
              setAsked({ id, name });
            }}
          >
            {t('keys.revoke')}
          </Button>
        </Group>
      ))}
      {asked && (
        <Confirm
          opened
          title={t('keys.revokeTitle', { name: asked.name })}
          action={t('keys.revoke')}
          busy={revoke.isPending}
          error={revoke.error}
          onConfirm={() => revoke.mutate(asked.id)}
          onClose={() => setAsked(undefined)}
        >
          <Text size="sm">{t('keys.revokeText')}</Text>
        </Confirm>
      )}
      <NewKey onMade={() => void queries.invalidateQueries({ queryKey: ['api-keys'] })} />
    </Stack>
  );
}

function NewKey({ onMade }: { onMade(): void }) {
  const { t } = useTranslation();
  const withProof = useProof();
  const form = useSchemaForm(schema, { name: '', scopes: ['posts:read'], expiresInDays: '90' });
  const make = useMutation({
    mutationFn: ({ expiresInDays, ...wanted }: z.output<typeof schema>) =>
      withProof(() =>
        answerOf(api.POST('/v1/api-keys', { body: { ...wanted, expiresInDays: Number(expiresInDays) } })),
      ),
    onMutate: () => form.getValues(),
    onSuccess: (_, __, sent) => {
      clearSent(form, sent);
      onMade();
    },
  });
  return (
    <Form form={form} error={make.error} onSubmit={(values) => make.mutate(values)}>
      <Stack gap="sm">
        <Title order={3} size="h4">
          {t('keys.new')}
        </Title>
        <Group grow align="end">
          <TextField required name="name" label={t('keys.name')} />
          <SelectField
            name="expiresInDays"
            label={t('keys.expires')}
            data={days.map((value) => ({ value, label: t('keys.days', { count: Number(value) }) }))}
          />
        </Group>
        <Controller
          name="scopes"
          control={form.control}
          render={({ field: { ref: _group, ...field }, fieldState }) => (
            <Checkbox.Group {...field} label={t('keys.scopes')} error={fieldState.error?.message}>
              <SimpleGrid cols={{ base: 1, xs: 2, sm: 3 }} spacing="xs" my="xs">
                {apiKeyScopes.map((scope) => (
                  <Checkbox key={scope} value={scope} label={scope} />
                ))}
              </SimpleGrid>
            </Checkbox.Group>
          )}
        />
        {make.error && <ProblemNotice error={make.error} />}
        {make.data && <MadeKey secret={make.data.key} />}
        <Group>
          <Button type="submit" loading={make.isPending}>
            {t('keys.make')}
          </Button>
        </Group>
      </Stack>
    </Form>
  );
}

/** Shown once. Where the browser refuses to copy, it stands there to be marked. */
function MadeKey({ secret }: { secret: string }) {
  const { t } = useTranslation();
  const { copy, copied, byHand } = useCopy();
  return (
    <Alert role="status" title={t('keys.made')}>
      <Stack gap="xs" align="flex-start">
        <Code style={{ overflowWrap: 'anywhere' }}>{secret}</Code>
        <Button size="xs" variant="default" onClick={() => void copy(secret)}>
          {t('keys.copy')}
        </Button>
        {copied && <Text size="sm">{t('keys.copied')}</Text>}
        {byHand !== undefined && <Text size="sm">{t('app.copyRefused')}</Text>}
      </Stack>
    </Alert>
  );
}
