import { Alert, Button, Card, Group, SimpleGrid, Stack } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../../../../api/client';
import { SelectField, TextField } from '../../../../components/form/fields';
import { Form } from '../../../../components/form/form';
import { FormActions } from '../../../../components/form/form-actions';
import { emailAddress, neededText } from '../../../../components/form/schemas';
import { useSchemaForm } from '../../../../components/form/use-schema-form';
import { ProblemNotice } from '../../../../components/problem-notice';
import { useProof } from '../../../../components/step-up';
import { mailLanguages } from '../../mail-languages';

const schema = z.object({ name: neededText(100), ownerEmail: emailAddress(), locale: z.enum(['en', 'de']) });
type Asked = z.output<typeof schema>;

/** A further organisation: whoever is named owns it once they accept the mailed invitation. */
export function AddOrganisation() {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  // Whoever closes the form goes on from the button that opened it.
  const [begun, setBegun] = useState(false);
  const queries = useQueryClient();
  const withProof = useProof();
  const form = useSchemaForm(schema, { name: '', ownerEmail: '', locale: 'en' });
  const add = useMutation({
    mutationFn: (body: Asked) => withProof(() => answerOf(api.POST('/v1/operations/organisations', { body }))),
    onSuccess: async () => {
      form.reset();
      setOpen(false);
      await queries.invalidateQueries({ queryKey: ['admin', 'organisations'] });
    },
  });
  const begin = () => {
    add.reset();
    setOpen(true);
    setBegun(true);
  };
  return (
    <Stack gap="sm" align="stretch">
      <div role="status">
        {add.data && (
          <Alert color="teal">
            {t(`operations.organisations.${add.data.owner.state === 'unconfirmed' ? 'addedOnly' : 'added'}`, {
              name: add.data.name,
              email: add.variables.ownerEmail,
            })}
          </Alert>
        )}
      </div>
      {!open && (
        <Group>
          <Button autoFocus={begun} onClick={begin}>
            {t('operations.organisations.add')}
          </Button>
        </Group>
      )}
      {open && (
        <Card withBorder padding="md">
          <Form form={form} error={add.error} onSubmit={(values) => add.mutate(values)}>
            <Stack gap="sm">
              <SimpleGrid cols={{ base: 1, sm: 2 }}>
                <TextField
                  required
                  autoFocus
                  name="name"
                  label={t('operations.organisations.name')}
                  description={t('operations.organisations.nameText')}
                  maxLength={100}
                />
                <TextField
                  required
                  type="email"
                  name="ownerEmail"
                  label={t('operations.organisations.owner')}
                  description={t('operations.organisations.ownerText')}
                />
              </SimpleGrid>
              <SelectField
                name="locale"
                label={t('operations.organisations.language')}
                description={t('operations.organisations.languageText')}
                data={mailLanguages}
                maw={320}
              />
              {add.error && <ProblemNotice error={add.error} />}
              <FormActions
                action={t('operations.organisations.send')}
                busy={add.isPending}
                onCancel={() => setOpen(false)}
              />
            </Stack>
          </Form>
        </Card>
      )}
    </Stack>
  );
}
