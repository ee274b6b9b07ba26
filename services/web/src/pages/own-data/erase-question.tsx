import { Button, Group, List, Stack, Text } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import { answerOf, api } from '../../api/client';
import { TextField } from '../../components/form/fields';
import { Form } from '../../components/form/form';
import { useSchemaForm } from '../../components/form/use-schema-form';
import { Loading } from '../../components/loading';
import { Modal } from '../../components/modal';
import { ProblemNotice } from '../../components/problem-notice';
import { useProof } from '../../components/step-up';
import { formatNumber } from '../../i18n';

/** Shows what goes, and lets somebody go on who types for whom. The receipt is all that is left afterwards. */
export default function EraseQuestion({ organisation, onClose }: { organisation: string; onClose: () => void }) {
  const { t } = useTranslation();
  const withProof = useProof();
  const schema = z.object({
    organisation: z.string().check(
      z.refine((typed) => sameName(typed, organisation), {
        error: () => t('ownData.eraseMismatch', { organisation }),
      }),
    ),
  });
  const form = useSchemaForm(schema, { organisation: '' });
  const preview = useQuery({
    queryKey: ['own-erasure'],
    queryFn: () => answerOf(api.GET('/v1/own-data/erasure')),
    gcTime: 0,
  });
  const erase = useMutation({
    mutationFn: (body: z.output<typeof schema>) =>
      withProof(() => answerOf(api.POST('/v1/own-data/erasure', { body }))),
    // The session ends with the person, so the whole app begins anew, at the receipt.
    onSuccess: ({ receipt }) => window.location.replace(`/erased#${receipt}`),
  });
  return (
    <Modal opened closeOnClickOutside={false} onClose={onClose} title={t('ownData.eraseTitle', { organisation })}>
      <Form fleeting form={form} error={erase.error} onSubmit={(values) => erase.mutate(values)}>
        <Stack gap="sm">
          {preview.isPending && <Loading />}
          {preview.error && <ProblemNotice error={preview.error} />}
          {preview.data && (
            <div>
              <Text size="sm" fw={600}>
                {t('ownData.eraseHeld')}
              </Text>
              <List size="sm">
                {preview.data.held.map(({ service, set, count }) => (
                  <List.Item key={`${service}/${set}`}>
                    {`${t(`ownData.sets.${set}`)}: ${formatNumber(count)}`}
                  </List.Item>
                ))}
              </List>
              {preview.data.unknown.length > 0 && (
                <Text size="sm" role="status">
                  {t('ownData.eraseUnknown', {
                    services: preview.data.unknown.map((service) => t(`erased.service.${service}`)).join(', '),
                  })}
                </Text>
              )}
            </div>
          )}
          <TextField required name="organisation" label={t('ownData.eraseType', { organisation })} autoComplete="off" />
          {erase.error && <ProblemNotice error={erase.error} />}
          <Group>
            <Button type="submit" color="red.9" loading={erase.isPending}>
              {t('ownData.eraseConfirm')}
            </Button>
            <Button variant="default" onClick={onClose} data-autofocus>
              {t('ownData.keep')}
            </Button>
          </Group>
        </Stack>
      </Form>
    </Modal>
  );
}

const sameName = (one: string, other: string) => one.trim().toLowerCase() === other.trim().toLowerCase();
