import { Alert, Button, Card, Checkbox, Group, NativeSelect, Stack, Text, TextInput, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { InfluencerField } from '../../../api/types';
import { answerOf, api } from '../../../api/client';
import { EmptyState } from '../../../components/empty-state';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { fieldsQuery } from '../influencers/use-fields';
import { useRole } from '../use-role';

const kinds = ['text', 'number', 'date', 'url', 'choice'] as const;

export function Fields() {
  const fields = useQuery(fieldsQuery);
  if (fields.error && !fields.data) return <ProblemNotice error={fields.error} onRetry={() => void fields.refetch()} />;
  if (!fields.data) return <Loading />;
  return <Editor saved={fields.data.items} />;
}

/** A field's name in the API comes from its first label and stays, so that nothing entered is lost when it is renamed. */
const keyFrom = (label: string, taken: readonly string[]): string => {
  const plain =
    label
      .toLowerCase()
      .replaceAll(/[^a-z0-9]+/g, '_')
      .replaceAll(/^[_0-9]+|_+$/g, '') || 'field';
  let key = plain.slice(0, 36);
  for (let next = 2; taken.includes(key); next += 1) key = `${plain.slice(0, 36)}_${next}`;
  return key;
};

function Editor({ saved }: { saved: InfluencerField[] }) {
  const { t } = useTranslation();
  const { mayChange } = useRole();
  const queries = useQueryClient();
  const [fields, setFields] = useState(saved);
  const change = (index: number, part: Partial<InfluencerField>) =>
    setFields(fields.with(index, { ...fields[index]!, ...part }));
  const save = useMutation({
    mutationFn: () => {
      const keys: string[] = [];
      const items = fields.map((field) => {
        const key = field.key || keyFrom(field.label, [...keys, ...fields.map((other) => other.key)]);
        keys.push(key);
        return { ...field, key };
      });
      return answerOf(api.PUT('/v1/organisations/current/influencer-fields', { body: { items } }));
    },
    onSuccess: async ({ items }) => {
      setFields(items);
      await queries.invalidateQueries({ queryKey: fieldsQuery.queryKey });
    },
  });
  return (
    <Stack gap="md">
      <Title order={2} size="h3">
        {t('fields.title')}
      </Title>
      <Text size="sm">{t('fields.text')}</Text>
      {fields.length === 0 && <EmptyState title={t('fields.empty')} />}
      {fields.map((field, index) => (
        <FieldCard
          key={field.key || `new-${index}`}
          field={field}
          disabled={!mayChange}
          onChange={(part) => change(index, part)}
          onRemove={() => setFields(fields.toSpliced(index, 1))}
        />
      ))}
      {save.error && <ProblemNotice error={save.error} />}
      {save.isSuccess && <Alert role="status">{t('profile.saved')}</Alert>}
      {mayChange && (
        <Group>
          <Button loading={save.isPending} onClick={() => save.mutate()}>
            {t('profile.save')}
          </Button>
          <Button
            variant="default"
            onClick={() => setFields([...fields, { key: '', label: '', kind: 'text', choices: [], required: false }])}
          >
            {t('fields.add')}
          </Button>
        </Group>
      )}
    </Stack>
  );
}

interface FieldCardProps {
  field: InfluencerField;
  disabled: boolean;
  onChange(part: Partial<InfluencerField>): void;
  onRemove(): void;
}

function FieldCard({ field: { label, kind, choices = [], required }, disabled, onChange, onRemove }: FieldCardProps) {
  const { t } = useTranslation();
  return (
    <Card withBorder padding="sm">
      <Group align="end" gap="sm">
        <TextInput
          required
          disabled={disabled}
          label={t('fields.label')}
          maxLength={80}
          value={label}
          onChange={(event) => onChange({ label: event.currentTarget.value })}
        />
        <NativeSelect
          disabled={disabled}
          label={t('fields.kind')}
          value={kind}
          data={kinds.map((value) => ({ value, label: t(`fields.kinds.${value}`) }))}
          onChange={(event) => onChange({ kind: event.currentTarget.value as InfluencerField['kind'] })}
        />
        {kind === 'choice' && (
          <TextInput
            disabled={disabled}
            label={t('fields.choices')}
            description={t('fields.choicesHint')}
            defaultValue={choices.join(', ')}
            onChange={(event) => onChange({ choices: listOf(event.currentTarget.value) })}
          />
        )}
        <Checkbox
          disabled={disabled}
          label={t('fields.required')}
          checked={required}
          mb={8}
          onChange={(event) => onChange({ required: event.currentTarget.checked })}
        />
        {!disabled && (
          <Button variant="default" size="xs" mb={4} aria-label={t('fields.removeWhich', { label })} onClick={onRemove}>
            {t('fields.remove')}
          </Button>
        )}
      </Group>
    </Card>
  );
}

const listOf = (text: string) => [
  ...new Set(
    text
      .split(',')
      .map((part) => part.trim())
      .filter(Boolean),
  ),
];
