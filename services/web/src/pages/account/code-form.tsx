import { Button, Group } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { TextField } from '../../components/form/fields';
import { Form } from '../../components/form/form';
import { proofCode } from '../../components/form/schemas';
import { useSchemaForm } from '../../components/form/use-schema-form';

const schema = z.object({ code: proofCode() });

/** Six digits of an app, or a recovery code where those are taken, too. */
export function CodeForm({ busy, submit, onCode }: { busy: boolean; submit: string; onCode(code: string): void }) {
  const { t } = useTranslation();
  const form = useSchemaForm(schema, { code: '' });
  return (
    <Form fleeting form={form} onSubmit={({ code }) => onCode(code)}>
      <Group align="end">
        <TextField required name="code" label={t('stepUp.code')} autoComplete="one-time-code" />
        <Button type="submit" loading={busy}>
          {submit}
        </Button>
      </Group>
    </Form>
  );
}
