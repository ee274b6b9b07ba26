import { Card, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import * as z from 'zod/mini';
import type { Influencer, Report } from '../../../api/admin-types';
import { TextField } from '../../../components/form/fields';
import { Form } from '../../../components/form/form';
import { FormActions } from '../../../components/form/form-actions';
import { emailAddress, neededText } from '../../../components/form/schemas';
import { useSchemaForm } from '../../../components/form/use-schema-form';
import { HelpLink } from '../../../components/help-link';
import { ButtonLink } from '../../../components/links';
import { ProblemNotice } from '../../../components/problem-notice';
import { FieldInputs, fieldValues, filledIn } from '../../../components/field-inputs';
import { AddRefusal } from './add-refusal';
import { CampaignChoice } from './campaign-choice';
import { TypedAccounts, typedAccounts } from './typed-accounts';
import { useAdd, type Addition } from './use-add';
import { useFields } from './use-fields';

export interface AddInfluencerProps {
  target?: 'roster' | 'campaign';
  /** Whom it shows is added with its account; without a report, handles can be typed. */
  report?: Report;
  onAdded(influencer: Influencer, addition: Addition): void;
  onClose(): void;
}

/** One form for everybody whom an admin adds, wherever they were found; every refusal comes with its ways on. */
export function AddInfluencer({ target = 'roster', report, onAdded, onClose }: AddInfluencerProps) {
  const { t } = useTranslation();
  const asked = useFields();
  const schema = z.object({
    name: neededText(200),
    email: emailAddress(),
    fields: fieldValues(asked),
    campaignId: z.string().check(z.minLength(target === 'campaign' ? 1 : 0)),
    socialAccounts: typedAccounts,
  });
  const form = useSchemaForm(schema, {
    name: report?.displayName ?? '',
    email: report?.contactInformation.emails[0]?.address ?? '',
    fields: {},
    campaignId: '',
    socialAccounts: [],
  });
  const add = useAdd(({ influencer, notInvited }, addition) => {
    if (notInvited === undefined) onAdded(influencer, addition);
  });
  const submit = ({ fields, campaignId, ...typed }: z.output<typeof schema>) => {
    const who = { ...typed, fields: filledIn(fields), ...(campaignId !== '' && { campaignId }) };
    add.mutate({ who, reportId: report?.id });
  };
  if (add.data) {
    const { influencer, notInvited } = add.data;
    if (notInvited === undefined) return null;
    const handle = add.variables.invite;
    return (
      <Stack gap="xs">
        <Text>{t('adding.notInvited', { name: influencer.name, handle })}</Text>
        <ProblemNotice error={notInvited} />
        <Group>
          <ButtonLink to="/admin/influencers/$id" params={{ id: influencer.id }} search={{}}>
            {t('adding.openAdded', { name: influencer.name })}
          </ButtonLink>
        </Group>
      </Stack>
    );
  }
  return (
    <Card withBorder>
      <Form form={form} error={add.error} onSubmit={submit}>
        <Stack gap="sm">
          {report && (
            <>
              <Title order={2} size="h4">
                {t(target === 'campaign' ? 'adding.toCampaign' : 'adding.toRoster')}
              </Title>
              <Text size="sm">
                {t('adding.withAccount', { platform: t(`platform.${report.platform}`), handle: report.handle })}
              </Text>
            </>
          )}
          <HelpLink topic="add-influencers" w="fit-content" />
          <TextField required autoFocus name="name" label={t('admin.name')} />
          <TextField required type="email" name="email" label={t('admin.email')} />
          <FieldInputs fields={asked} />
          {(!report || target === 'campaign') && <CampaignChoice required={target === 'campaign'} />}
          {!report && <TypedAccounts />}
          {add.error && (
            <AddRefusal error={add.error} addition={add.variables} busy={add.isPending} onTry={add.mutate} />
          )}
          <FormActions action={t('admin.save')} busy={add.isPending} onCancel={onClose} />
        </Stack>
      </Form>
    </Card>
  );
}
