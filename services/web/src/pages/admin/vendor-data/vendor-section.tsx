import { Alert, Button, Code, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { VendorRecord } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import type { SocialAccount } from '../../../api/types';
import { Loading } from '../../../components/loading';
import { TextLink } from '../../../components/links';
import { ProblemNotice } from '../../../components/problem-notice';
import { formatDate, formatNumber } from '../../../i18n';
import { DataTable, type Column } from '../data-table';
import { CopyByHand } from '../links/copy-by-hand';
import { useCopy } from '../../../components/use-copy';
import { countsText, type VendorCounts } from './counts-text';
import { RemoveVendorData } from './remove-vendor-data';

/** What vendors told of an account, apart from what was collected, and the way to remove it. */
export function VendorSection({ account }: { account: SocialAccount }) {
  const { t } = useTranslation();
  const { id, marketplace } = account;
  const [removed, setRemoved] = useState<VendorCounts>();
  const told = useQuery({
    queryKey: ['admin', 'vendor-data', id],
    queryFn: () => answerOf(api.GET('/v1/social-accounts/{id}/vendor-data', { params: { path: { id } } })),
  });
  return (
    <Stack gap="sm" component="section" aria-label={t('vendor.section')}>
      <Group justify="space-between">
        <Title order={2} size="h3">
          {t('vendor.section')}
        </Title>
        {told.data && told.data.profiles + told.data.posts + told.data.contacts > 0 && (
          <RemoveVendorData account={account} onRemoved={setRemoved} />
        )}
      </Group>
      {told.error && !told.data && <ProblemNotice error={told.error} onRetry={() => void told.refetch()} />}
      {!told.data && !told.error && <Loading />}
      <div role="status">
        {removed && (
          <Alert color="teal" title={t('vendor.removed', countsText(t, removed))}>
            <TextLink to="/admin/settings" search={{ tab: 'vendor' }} size="sm" underline="always">
              {t('vendor.toRecord')}
            </TextLink>
          </Alert>
        )}
      </div>
      {marketplace === 'TTCM' && <Text size="sm">{t('vendor.member')}</Text>}
      {told.data && told.data.items.length > 0 && (
        <Told items={told.data.items} all={told.data.profiles + told.data.posts} />
      )}
      {told.data && told.data.contacts > 0 && (
        <Text size="sm">{t('vendor.contactsStand', { count: told.data.contacts })}</Text>
      )}
      {told.data && told.data.items.length === 0 && marketplace !== 'TTCM' && (
        <>
          {told.data.contacts === 0 && <Text size="sm">{t('vendor.nothing')}</Text>}
          <Ids account={account} />
        </>
      )}
    </Stack>
  );
}

function Told({ items, all }: { items: readonly VendorRecord[]; all: number }) {
  const { t } = useTranslation();
  const columns: Column<VendorRecord>[] = [
    {
      name: t('vendor.what'),
      cell: ({ kind, platformPostId, postedAt }) => (
        <div style={{ overflowWrap: 'anywhere' }}>
          {kind === 'profile' ? t('vendor.profile') : t('vendor.post', { id: platformPostId })}
          {postedAt && (
            <Text size="xs" c="dimmed">
              {formatDate(postedAt)}
            </Text>
          )}
        </div>
      ),
    },
    { name: t('vendor.vendor'), cell: ({ vendor }) => vendor },
    {
      name: t('vendor.figures'),
      cell: ({ metrics }) =>
        Object.entries(metrics)
          .map(([name, value]) => `${name}: ${formatNumber(value)}`)
          .join(', '),
    },
    { name: t('vendor.importedAt'), cell: ({ importedAt }) => formatDate(importedAt) },
  ];
  return (
    <>
      <Text size="sm">{t('vendor.provenance')}</Text>
      <DataTable
        label={t('vendor.section')}
        columns={columns}
        rows={items}
        keyOf={({ platformPostId }) => platformPostId ?? 'profile'}
        minWidth={560}
        maxHeight={420}
      />
      {items.length < all && <Text size="sm">{t('vendor.firstOf', { shown: items.length, count: all })}</Text>}
    </>
  );
}

/** What a vendor's file calls the account by. */
function Ids({ account: { id } }: { account: SocialAccount }) {
  const { t } = useTranslation();
  const { copy, copied, byHand } = useCopy();
  return (
    <>
      <Group gap="xs">
        <Text size="sm">{t('vendor.id')}</Text>
        <Code style={{ overflowWrap: 'anywhere' }}>{id}</Code>
        <Button size="xs" variant="default" onClick={() => void copy(id)}>
          {t('vendor.copyId')}
        </Button>
        <Text size="sm" role="status">
          {copied && t('vendor.copied')}
        </Text>
      </Group>
      {byHand && <CopyByHand text={byHand} />}
      <div>
        <TextLink to="/admin/settings" search={{ tab: 'vendor' }} size="sm" underline="always">
          {t('vendor.toImport')}
        </TextLink>
      </div>
    </>
  );
}
