import { Alert, Button, Stack, Text } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../api/client';
import { DoorCard } from '../components/door-card';
import { TextField } from '../components/form/fields';
import { Form } from '../components/form/form';
import { emailAddress } from '../components/form/schemas';
import { useSchemaForm } from '../components/form/use-schema-form';
import { HelpLink } from '../components/help-link';
import { ProblemNotice } from '../components/problem-notice';

const schema = z.object({ email: emailAddress() });

/** The same page for every link that does not work; it answers the same for every address. */
export default function UnusableLink() {
  const { t } = useTranslation();
  const form = useSchemaForm(schema, { email: '' });
  const renew = useMutation({
    mutationFn: (body: z.output<typeof schema>) => answerOf(api.POST('/v1/link-renewals', { body })),
  });
  return (
    <DoorCard title={t('link.unusable.title')}>
      <Text>{t('link.unusable.text')}</Text>
      <HelpLink topic="authorization-link" w="fit-content" />
      <Form fleeting form={form} error={renew.error} onSubmit={(values) => renew.mutate(values)}>
        <Stack gap="sm">
          <TextField required type="email" autoComplete="email" name="email" label={t('link.unusable.email')} />
          {renew.error && <ProblemNotice error={renew.error} />}
          {renew.isSuccess && <Alert role="status">{t('link.unusable.sent')}</Alert>}
          <Button type="submit" loading={renew.isPending}>
            {t('link.unusable.send')}
          </Button>
        </Stack>
      </Form>
    </DoorCard>
  );
}
