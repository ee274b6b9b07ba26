import { Button, Card, Checkbox, Group, NativeSelect, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../../api/client';
import { ButtonLink } from '../../../components/links';
import { BulkLinks } from '../bulk/bulk-links';
import type { Person } from '../bulk/bulk-run';
import { addToCampaign, addToGroup, takeOutOfGroup } from '../bulk/bulk-tasks';
import { useBulk, useIsBulkBusy } from '../bulk/use-bulk';
import { useAllCampaigns } from '../campaigns/use-all-campaigns';
import { NoSender } from '../links/no-sender';
import type { Selection } from './use-selection';

const groupsQuery = {
  queryKey: ['admin', 'groups'],
  queryFn: () => answerOf(api.GET('/v1/influencer-groups')),
};

/** More at once nobody can look through. */
const most = 200;

interface RosterSelectionProps {
  selection: Selection;
  /** Who is on the page now. */
  shown: readonly Person[];
  /** Whose members are listed. */
  groupId: string | undefined;
}

/** What can be done for all who are selected. */
export function RosterSelection({ selection, shown, groupId }: RosterSelectionProps) {
  const { t } = useTranslation();
  const { people, has, toggleAll, clear } = selection;
  const shownSelected = shown.filter(({ id }) => has(id)).length;
  const tooMany = people.length > most;
  return (
    <Card withBorder padding="sm" component="section" aria-label={t('selection.title')}>
      <Stack gap="sm">
        <Group gap="md">
          <Checkbox
            label={t('selection.all', { count: shown.length })}
            checked={shown.length > 0 && shownSelected === shown.length}
            indeterminate={shownSelected > 0 && shownSelected < shown.length}
            onChange={(event) => toggleAll(shown, event.currentTarget.checked)}
          />
          <Text size="sm" role="status">
            {people.length > 0 && t('selection.count', { count: people.length })}
          </Text>
        </Group>
        {people.length > 0 && (
          <>
            <NoSender />
            {tooMany && <Text size="sm">{t('selection.tooMany', { most })}</Text>}
            <Group gap="xs" align="flex-end">
              <BulkLinks
                people={people}
                mailLabel={t('admin.mail')}
                copyLabel={t('selection.copy')}
                disabled={tooMany}
              />
              <AddTo people={people} disabled={tooMany} />
              {groupId && <TakeOut people={people} groupId={groupId} disabled={tooMany} />}
              {people.length === 2 && (
                <ButtonLink
                  size="xs"
                  variant="default"
                  to="/admin/influencers/$id/merge"
                  params={{ id: people[0]!.id }}
                  search={{ other: people[1]!.id }}
                >
                  {t('merge.selected')}
                </ButtonLink>
              )}
              <Button size="xs" variant="default" onClick={clear}>
                {t('selection.clear')}
              </Button>
            </Group>
          </>
        )}
      </Stack>
    </Card>
  );
}

/** A campaign or a group that all are added to. */
function AddTo({ people, disabled }: { people: readonly Person[]; disabled: boolean }) {
  const { t } = useTranslation();
  const { begin } = useBulk();
  const isBusy = useIsBulkBusy();
  const [target, setTarget] = useState('');
  const campaigns = useAllCampaigns();
  const groups = useQuery(groupsQuery);
  const options = (kind: 'campaign' | 'group', items: readonly { id: string; name: string }[] = []) =>
    items.map(({ id, name }) => ({ value: `${kind} ${id}`, label: name }));
  const [kind, id = ''] = target.split(' ');
  return (
    <>
      <NativeSelect
        size="xs"
        label={t('selection.addTo')}
        value={target}
        data={[
          { value: '', label: t('selection.choose') },
          { group: t('campaigns.title'), items: options('campaign', campaigns.data) },
          { group: t('settings.groups'), items: options('group', groups.data?.items) },
        ]}
        onChange={(event) => setTarget(event.currentTarget.value)}
      />
      <Button
        size="xs"
        variant="default"
        disabled={disabled || isBusy || target === ''}
        onClick={() => begin(kind === 'campaign' ? addToCampaign(people, id) : addToGroup(people, id))}
      >
        {t('selection.add')}
      </Button>
    </>
  );
}

interface TakeOutProps {
  people: readonly Person[];
  groupId: string;
  disabled: boolean;
}

/** Out of the group that is listed, whose name stands on it. */
function TakeOut({ people, groupId, disabled }: TakeOutProps) {
  const { t } = useTranslation();
  const { begin } = useBulk();
  const isBusy = useIsBulkBusy();
  const group = useQuery(groupsQuery).data?.items.find(({ id }) => id === groupId);
  if (!group) return null;
  return (
    <Button
      size="xs"
      variant="default"
      disabled={disabled || isBusy}
      onClick={() => begin(takeOutOfGroup(people, groupId))}
    >
      {t('selection.takeOut', { group: group.name })}
    </Button>
  );
}
