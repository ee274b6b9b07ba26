import { Button, Card, Group, Stack, Text, TextInput, Title } from '@mantine/core';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Influencer, Report } from '../../../api/admin-types';
import { ButtonLink } from '../../../components/links';
import { ProblemNotice } from '../../../components/problem-notice';
import { FieldInputs, filledIn } from '../../../components/field-inputs';
import { AddRefusal } from './add-refusal';
import { CampaignChoice } from './campaign-choice';
import { TypedAccounts } from './typed-accounts';
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
  const [name, setName] = useState(report?.displayName ?? '');
  const [email, setEmail] = useState(report?.contactInformation.emails[0]?.address ?? '');
  const [fields, setFields] = useState<Record<string, string>>({});
  const [campaignId, setCampaignId] = useState('');
  const [socialAccounts, setSocialAccounts] = useState<NonNullable<Addition['who']['socialAccounts']>>([]);
  const add = useAdd(({ influencer, notInvited }, addition) => {
    if (notInvited === undefined) onAdded(influencer, addition);
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const who = { name, email, fields: filledIn(fields), socialAccounts, ...(campaignId !== '' && { campaignId }) };
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
      <form onSubmit={submit}>
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
          <TextInput
            required
            autoFocus
            maxLength={200}
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
          {(!report || target === 'campaign') && (
            <CampaignChoice required={target === 'campaign'} value={campaignId} onChange={setCampaignId} />
          )}
          {!report && <TypedAccounts accounts={socialAccounts} onChange={setSocialAccounts} />}
          {add.error && (
            <AddRefusal error={add.error} addition={add.variables} busy={add.isPending} onTry={add.mutate} />
          )}
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
