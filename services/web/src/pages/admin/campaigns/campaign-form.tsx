import { Button, Card, Group, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState, type FormEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { Campaign } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { ProblemNotice } from '../../../components/problem-notice';

/** Makes a campaign, or changes the given one. */
export function CampaignForm({ campaign, onClose }: { campaign?: Campaign; onClose(): void }) {
  const { t } = useTranslation();
  const queries = useQueryClient();
  const [name, setName] = useState(campaign?.name ?? '');
  const [startsOn, setStartsOn] = useState(campaign?.startsOn ?? '');
  const [endsOn, setEndsOn] = useState(campaign?.endsOn ?? '');
  const save = useMutation({
    mutationFn: () =>
      campaign
        ? answerOf(
            api.PATCH('/v1/campaigns/{id}', {
              params: { path: { id: campaign.id } },
              body: { name, startsOn: startsOn || null, endsOn: endsOn || null },
            }),
          )
        : answerOf(
            api.POST('/v1/campaigns', {
              body: { name, ...(startsOn ? { startsOn } : {}), ...(endsOn ? { endsOn } : {}) },
            }),
          ),
    onSuccess: async () => {
      await queries.invalidateQueries({ queryKey: ['admin'] });
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate();
  };
  return (
    <Card withBorder>
      <form onSubmit={submit}>
        <Stack gap="sm">
          <TextInput
            required
            autoFocus
            maxLength={200}
            label={t('campaigns.name')}
            value={name}
            onChange={(event) => setName(event.currentTarget.value)}
          />
          <Group grow>
            <TextInput
              type="date"
              label={t('campaigns.startsOn')}
              value={startsOn}
              onChange={(event) => setStartsOn(event.currentTarget.value)}
            />
            <TextInput
              type="date"
              label={t('campaigns.endsOn')}
              value={endsOn}
              min={startsOn}
              onChange={(event) => setEndsOn(event.currentTarget.value)}
            />
          </Group>
          {save.error && <ProblemNotice error={save.error} />}
          <Group>
            <Button type="submit" loading={save.isPending}>
              {t(campaign ? 'profile.save' : 'campaigns.create')}
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
