import { Button, Card, Checkbox, Group, Stack, Text } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { RosterEntry } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { EmptyState } from '../../../components/empty-state';
import { Loading } from '../../../components/loading';
import { TextLink } from '../../../components/links';
import { PageTitle } from '../../../components/page-title';
import { ProblemNotice } from '../../../components/problem-notice';
import { AccountMark } from '../account-mark';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';
import { useRole } from '../use-role';
import { AddInfluencer, type AddInfluencerProps } from './add-influencer';
import { ExportInfluencers } from './export-influencers';
import { ImportInfluencers } from './import-influencers';
import { RosterFilters } from './roster-filters';
import { withoutEmpty } from './roster-search';
import { RosterSelection } from './roster-selection';
import { useSelection, type Selection } from './use-selection';

/** The roster: one line per influencer, what is wrong with their accounts first to be seen. */
export default function Roster() {
  const { t } = useTranslation();
  const { mayChange } = useRole();
  const search = useSearch({ from: '/admin/influencers' });
  const navigate = useNavigate({ from: '/admin/influencers' });
  const influencers = usePages(['influencers', search], (page) =>
    answerOf(api.GET('/v1/influencers', { params: { query: { limit: 25, ...search, ...page } } })),
  );
  const selection = useSelection();
  const [open, setOpen] = useState<'add' | 'import'>();
  const filtered = Object.keys(search).length > 0;
  const close = () => setOpen(undefined);
  // An invitation is shown where its answer will come.
  const added: AddInfluencerProps['onAdded'] = ({ id }, { invite }) =>
    invite === undefined
      ? close()
      : void navigate({ to: '/admin/influencers/$id', params: { id }, search: {}, ignoreBlocker: true });

  return (
    <Stack gap="md">
      <Group justify="space-between">
        <PageTitle>{t('admin.title')}</PageTitle>
        {mayChange && (
          <Group gap="xs" align="start">
            <ExportInfluencers />
            <Button variant="default" onClick={() => setOpen('import')}>
              {t('import.open')}
            </Button>
            <Button onClick={() => setOpen('add')}>{t('admin.add')}</Button>
          </Group>
        )}
      </Group>
      {open === 'add' && <AddInfluencer onAdded={added} onClose={close} />}
      {open === 'import' && <ImportInfluencers onClose={close} />}
      <RosterFilters
        search={search}
        onChange={(change) => void navigate({ search: withoutEmpty({ ...search, ...change }), replace: true })}
      />
      {influencers.error && <ProblemNotice error={influencers.error} onRetry={() => void influencers.refetch()} />}
      {!influencers.items && !influencers.error && <Loading />}
      {influencers.items?.length === 0 &&
        (filtered ? (
          <EmptyState
            title={t('roster.noMatch')}
            action={
              <Button mt="xs" size="xs" variant="default" onClick={() => void navigate({ search: {} })}>
                {t('roster.clear')}
              </Button>
            }
          >
            {t('roster.noMatchText')}
          </EmptyState>
        ) : (
          <EmptyState title={t('admin.empty')}>{t('admin.emptyText')}</EmptyState>
        ))}
      {mayChange && influencers.items && influencers.items.length > 0 && (
        <RosterSelection selection={selection} shown={influencers.items} groupId={search.groupId} />
      )}
      <Stack
        component="ul"
        gap="xs"
        m={0}
        p={0}
        aria-label={t('admin.title')}
        aria-busy={influencers.isPlaceholderData}
      >
        {influencers.items?.map((influencer) => (
          <Row key={influencer.id} influencer={influencer} selection={mayChange ? selection : undefined} />
        ))}
      </Stack>
      <MoreButton pages={influencers} />
    </Stack>
  );
}

interface RowProps {
  influencer: RosterEntry;
  /** For whoever may do something for many. */
  selection: Selection | undefined;
}

function Row({ influencer: { id, name, email, socialAccounts }, selection }: RowProps) {
  const { t } = useTranslation();
  return (
    <Card component="li" withBorder padding="sm" style={{ listStyle: 'none' }}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm" wrap="nowrap" style={{ minWidth: 0 }}>
          {selection && (
            <Checkbox
              aria-label={t('selection.whom', { name })}
              checked={selection.has(id)}
              onChange={(event) => selection.toggle({ id, name }, event.currentTarget.checked)}
            />
          )}
          <div style={{ minWidth: 0 }}>
            <TextLink to="/admin/influencers/$id" params={{ id }} fw={600} style={{ overflowWrap: 'anywhere' }}>
              {name}
            </TextLink>
            <Text size="sm" c="dimmed" style={{ overflowWrap: 'anywhere' }}>
              {email}
            </Text>
          </div>
        </Group>
        <Group gap="xs">
          {socialAccounts.length === 0 && (
            <Text size="sm" c="dimmed">
              {t('roster.noAccounts')}
            </Text>
          )}
          {socialAccounts.map((account) => (
            <AccountMark key={account.id} account={account} />
          ))}
        </Group>
      </Group>
    </Card>
  );
}
