import { Group, List, Stack, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { answerOf, api } from '../../api/client';
import type { OwnCollection, SocialAccount } from '../../api/types';
import { Facts } from '../../components/facts';
import { Loading } from '../../components/loading';
import { PlatformIcon } from '../../components/platform-icon';
import { ProblemNotice } from '../../components/problem-notice';
import { formatDate, formatNumber } from '../../i18n';
import { ownDataQuery } from './own-data-query';
import { Section } from './section';

/** What is held, from which source and since when, for which organisation and campaigns. */
export function Collected({ accounts }: { accounts: readonly SocialAccount[] }) {
  const { t } = useTranslation();
  const own = useQuery(ownDataQuery);
  const collections = useQuery({
    queryKey: ['own-collections'],
    queryFn: () => answerOf(api.GET('/v1/own-data/collections')),
  });
  const error = own.error ?? collections.error;
  const handles = new Map(accounts.map(({ id, handle }) => [id, handle]));
  return (
    <Section title={t('ownData.collected')}>
      {error && <ProblemNotice error={error} />}
      {(!own.data || !collections.data) && !error && <Loading />}
      {own.data && (
        <>
          <Text size="sm">
            {t('ownData.since', { organisation: own.data.organisation.name, date: formatDate(own.data.since) })}
          </Text>
          {own.data.campaigns.length === 0 ? (
            <Text size="sm">{t('ownData.noCampaigns')}</Text>
          ) : (
            <div>
              <Text size="sm" fw={600}>
                {t('ownData.campaigns')}
              </Text>
              <List size="sm">
                {own.data.campaigns.map(({ id, name, since }) => (
                  <List.Item key={id}>{t('ownData.campaignSince', { name, date: formatDate(since) })}</List.Item>
                ))}
              </List>
            </div>
          )}
        </>
      )}
      {collections.data?.items.length === 0 && <Text size="sm">{t('ownData.nothing')}</Text>}
      {collections.data?.items.map((collection) => (
        <Account key={collection.accountId} collection={collection} handle={handles.get(collection.accountId)} />
      ))}
    </Section>
  );
}

function Account({ collection, handle }: { collection: OwnCollection; handle: string | undefined }) {
  const { t } = useTranslation();
  const { accountId, platform, source, isOpen, posts, figures, audience, firstAt, lastAt, deletedOn } = collection;
  const card = useRef<HTMLDivElement>(null);
  const isWanted = useLocation({ select: ({ hash }) => hash === accountId });
  // It comes later than the page, so that nothing is there yet when the browser looks for it.
  useEffect(() => {
    if (isWanted) card.current?.scrollIntoView();
  }, [isWanted]);
  return (
    <Stack
      gap="xs"
      component="article"
      ref={card}
      id={accountId}
      aria-label={handle ? `@${handle}` : t(`platform.${platform}`)}
    >
      <Group gap="xs">
        <PlatformIcon platform={platform} />
        <Text fw={600} style={{ overflowWrap: 'anywhere' }}>
          {handle ? `@${handle}` : t(`platform.${platform}`)}
        </Text>
      </Group>
      <Facts
        facts={[
          [t('ownData.from'), t(`ownData.source.${source as 'tiktok_display'}`)],
          [t('ownData.posts'), formatNumber(posts)],
          [t('ownData.figures'), formatNumber(figures)],
          [
            t('ownData.audience'),
            audience.map((one) => t(`ownData.dimension.${one}`)).join(', ') || t('ownData.noAudience'),
          ],
          [t('ownData.first'), firstAt ? formatDate(firstAt) : t('ownData.never')],
          [t('ownData.last'), lastAt ? formatDate(lastAt) : t('ownData.never')],
          [t('ownData.state'), t(isOpen ? 'ownData.going' : 'ownData.standing')],
        ]}
      />
      {deletedOn && <Text size="sm">{t('ownData.deletedOn', { date: formatDate(deletedOn) })}</Text>}
    </Stack>
  );
}
