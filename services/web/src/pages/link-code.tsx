import { Button, Group, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { t as text } from 'i18next';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../api/client';
import type { LinkSession } from '../api/types';
import { DoorCard } from '../components/door-card';
import { TextField } from '../components/form/fields';
import { Form } from '../components/form/form';
import { proofCode } from '../components/form/schemas';
import { useSchemaForm } from '../components/form/use-schema-form';
import { ProblemNotice } from '../components/problem-notice';

const schema = z.object({
  code: proofCode().check(z.regex(/^\d{6}$/, { error: () => text('form.code') })),
});

interface LinkCodeProps {
  organisation: string;
  onProven: (session: LinkSession) => void;
  onAgain: () => void;
  again: { pending: boolean; done: boolean; error: Error | null };
}

export default function LinkCode({ organisation, onProven, onAgain, again }: LinkCodeProps) {
  const { t } = useTranslation();
  const form = useSchemaForm(schema, { code: '' });
  const prove = useMutation({
    mutationFn: (body: z.output<typeof schema>) => answerOf(api.POST('/v1/link-session/proof', { body })),
    onSuccess: onProven,
  });
  const error = prove.error ?? again.error;
  return (
    <Form fleeting form={form} error={prove.error} onSubmit={(values) => prove.mutate(values)}>
      <DoorCard title={t('link.code.title')}>
        <Text>{t('link.code.text', { organisation })}</Text>
        <TextField
          required
          name="code"
          label={t('link.code.label')}
          description={t('link.code.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          size="md"
        />
        {error && <ProblemNotice error={error} />}
        {again.done && !error && (
          <Text size="sm" role="status">
            {t('link.code.sent')}
          </Text>
        )}
        <Group>
          <Button type="submit" loading={prove.isPending}>
            {t('link.code.check')}
          </Button>
          <Button variant="default" loading={again.pending} onClick={onAgain}>
            {t('link.code.again')}
          </Button>
        </Group>
      </DoorCard>
    </Form>
  );
}
