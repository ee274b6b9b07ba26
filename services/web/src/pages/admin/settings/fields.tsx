import { Alert, Button, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { useFieldArray } from 'react-hook-form';
import { useTranslation } from 'react-i18next';
import type { InfluencerField } from '../../../api/types';
import { answerOf, api } from '../../../api/client';
import { ProblemError } from '../../../api/problem';
import { EmptyState } from '../../../components/empty-state';
import { Form } from '../../../components/form/form';
import { isSameTyping } from '../../../components/form/same-typing';
import { useSchemaForm } from '../../../components/form/use-schema-form';
import { keepRowFocus } from '../../../components/keep-row-focus';
import { Loading } from '../../../components/loading';
import { ProblemNotice } from '../../../components/problem-notice';
import { fieldsQuery } from '../influencers/use-fields';
import { useRole } from '../use-role';
import { FieldCard } from './field-card';
import { fieldsSchema, mostFields, toTyped, withKeys } from './field-schema';

export function Fields() {
  const fields = useQuery(fieldsQuery);
  if (fields.error && !fields.data) return <ProblemNotice error={fields.error} onRetry={() => void fields.refetch()} />;
  if (!fields.data) return <Loading />;
  return <Editor saved={fields.data.items} />;
}

function Editor({ saved }: { saved: InfluencerField[] }) {
  const { t } = useTranslation();
  const { mayChange } = useRole();
  const queries = useQueryClient();
  const form = useSchemaForm(fieldsSchema, toTyped(saved));
  const { fields, append, move, remove } = useFieldArray({ control: form.control, name: 'items' });
  const [news, setNews] = useState('');
  // The list is saved as a whole: what a colleague changed since then would go with it.
  const known = useRef(saved);
  const refuseMeanwhile = async () => {
    const { items } = await queries.fetchQuery({ ...fieldsQuery, staleTime: 0 });
    if (isSameTyping(items, known.current)) return;
    known.current = items;
    const labels = items.map(({ label }) => label);
    const [title, step] = [t('fields.meanwhile'), t('fields.meanwhileStep')];
    throw new ProblemError('fields.changed_meanwhile', title, step, 409, undefined, undefined, labels);
  };
  const save = useMutation({
    mutationFn: async (items: InfluencerField[]) => {
      await refuseMeanwhile();
      return answerOf(api.PUT('/v1/organisations/current/influencer-fields', { body: { items } }));
    },
    onSuccess: async ({ items }) => {
      known.current = items;
      setNews('');
      form.reset(toTyped(items));
      await queries.invalidateQueries({ queryKey: fieldsQuery.queryKey });
    },
  });
  /** What was said of the state before does not hold any more. */
  const changed = (told = '') => {
    save.reset();
    setNews(told);
  };
  const moveBy = (index: number, by: -1 | 1) => {
    const place = index + by;
    if (place < 0 || place >= fields.length) return;
    const label = form.getValues(`items.${index}.label`);
    move(index, place);
    changed(t('fields.moved', { label, place: place + 1, of: fields.length }));
  };
  const takeOut = (index: number) => {
    const { key, label } = form.getValues(`items.${index}`);
    remove(index);
    changed(key && t('fields.removed', { label }));
  };
  return (
    <Form form={form} error={save.error} onSubmit={(values) => save.mutate(withKeys(values))}>
      <Stack ref={keepRowFocus} gap="md">
        <Title order={2} size="h3">
          {t('fields.title')}
        </Title>
        <Text size="sm">{t('fields.text')}</Text>
        {fields.length === 0 && <EmptyState title={t('fields.empty')} />}
        {fields.map(({ id }, index) => (
          <FieldCard
            key={id}
            index={index}
            place={{ first: index === 0, last: index === fields.length - 1 }}
            disabled={!mayChange}
            onChange={() => changed()}
            onMove={(by) => moveBy(index, by)}
            onRemove={() => takeOut(index)}
          />
        ))}
        <Text size="sm" role="status">
          {news}
        </Text>
        {save.error && <ProblemNotice error={save.error} />}
        {save.isSuccess && <Alert role="status">{t('profile.saved')}</Alert>}
        {mayChange && (
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t('profile.save')}
            </Button>
            {fields.length < mostFields && (
              <Button
                variant="default"
                onClick={() => {
                  append({ key: '', label: '', kind: 'text', choices: '', required: false });
                  changed();
                }}
              >
                {t('fields.add')}
              </Button>
            )}
          </Group>
        )}
      </Stack>
    </Form>
  );
}
