import { Button, Card, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { ProblemNotice } from '../../../components/problem-notice';
import { FieldInputs, filledIn } from '../../../components/field-inputs';
import { useFields } from './use-fields';

export function AddInfluencer({ onClose }: { onClose: () => void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const asked = useFields();
  const [name, setName] = useState('');
  const [email, setEmail] = useState('');
  const [fields, setFields] = useState<Record<string, string>>({});
  const add = useMutation({
    mutationFn: () => answerOf(api.POST('/v1/influencers', { body: { name, email, fields: filledIn(fields) } })),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['admin'] });
      onClose();
    },
  });
  return (
    <Card withBorder>
      <form
        onSubmit={(event) => {
          event.preventDefault();
          add.mutate();
        }}
      >
        <Stack gap="sm">
          <TextInput
            required
            autoFocus
            label={t('admin.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <TextInput
            required
            type="email"
            label={t('admin.email')}
            value={email}
            onChange={(event) => setEmail(event.currentTarget.value)}
          />
          <FieldInputs fields={asked} values={fields} onChange={setFields} />
          {add.error && <ProblemNotice error={add.error} />}
          <Group>
            <Button type="submit" loading={add.isPending}>
              {t('admin.save')}
            </Button>
            <Button variant="default" onClick={onClose}>
              {t('admin.cancel')}
            </Button>
          </Group>
        </Stack>
      </form>
    </Card>
  );
}
