import { Button, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../../../api/client';
import { clearSent } from '../../../components/form/clear-sent';
import { TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { neededText } from '../../../components/form/schemas';
import { useSchemaForm } from '../../../components/form/use-schema-form';
import { HelpLink } from '../../../components/help-link';
import { ProblemNotice } from '../../../components/problem-notice';
import { InviteOutcome } from './invite-outcome';
import { invitesQuery } from './invites-query';

const schema = z.object({ handle: neededText(25) });

/** Invites somebody whose TikTok account is not here yet, and shows what became of such invitations. */
export function InviteHandle({ influencerId }: { influencerId: string }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const form = useSchemaForm(schema, { handle: '' });
  const invites = useQuery(invitesQuery(influencerId));
  const invite = useMutation({
    mutationFn: ({ handle }: z.output<typeof schema>) =>
      answerOf(api.POST('/v1/ttcm-invites', { body: { influencerId, handle } })),
    onMutate: () => form.getValues(),
    onSuccess: (_, __, sent) => clearSent(form, sent),
    onSettled: () => queries.invalidateQueries({ queryKey: ['admin'] }),
  });
  const waiting = invites.data?.items.filter(({ socialAccountId }) => socialAccountId === null) ?? [];
  return (
    <Card withBorder component="section" aria-label={t('admin.inviteHandle')}>
      <Stack gap="xs">
        <Title order={2} size="h4">
          {t('admin.inviteHandle')}
        </Title>
        <Text size="sm">{t('admin.inviteHandleText')}</Text>
        <HelpLink topic="marketplace" w="fit-content" />
        {waiting.map((one) => (
          <InviteOutcome key={one.id} invite={one} />
        ))}
        <Form form={form} error={invite.error} onSubmit={(values) => invite.mutate(values)}>
          <Group align="end">
            <TextField required name="handle" label={t('admin.handle')} />
            <Button type="submit" variant="default" loading={invite.isPending}>
              {t('admin.invite')}
            </Button>
          </Group>
        </Form>
        {invite.error && <ProblemNotice error={invite.error} />}
      </Stack>
    </Card>
  );
}
