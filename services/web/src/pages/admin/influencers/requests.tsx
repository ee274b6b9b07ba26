import { Badge, Box, Card, Group, Stack, Text, Title } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import type { AuthorizationRequest, Message } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { PlatformIcon } from '../../../components/platform-icon';
import { formatDate } from '../../../i18n';
import { lastMailsQuery } from '../links/last-mails-query';
import { MoreButton } from '../more-button';
import { usePages } from '../use-pages';
import { useLinkNews } from './use-link-news';
import { useMailStatus } from './use-mail-status';
import { WithdrawRequest } from './withdraw-request';

/** What the influencer was asked for, by which links and mails, and how far each of them came. */
export function Requests({ influencerId, mayChange }: { influencerId: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const requests = usePages(['requests', influencerId], (page) =>
    answerOf(api.GET('/v1/authorization-requests', { params: { query: { influencerId, limit: 20, ...page } } })),
  );
  const mails = useQuery(lastMailsQuery(influencerId));
  // Created for a mail that never went, or a copy that nobody took: nobody was asked by it.
  const asked = requests.items?.map((request) => ({
    request,
    ways: waysOf(request, mails.data?.items ?? []),
  }));
  const shown = asked?.filter(({ ways }) => ways.length > 0);
  if (!shown?.length) return null;
  return (
    <Card withBorder component="section" aria-label={t('requests.title')}>
      <Title order={2} size="h4" mb="sm">
        {t('requests.title')}
      </Title>
      <Stack gap="md">
        {groupsOf(shown).map(([newest, ...earlier]) => (
          <div key={newest.request.id}>
            <Request {...newest} mayChange={mayChange} />
            {earlier.length > 0 && <Earlier asked={earlier} mayChange={mayChange} />}
          </div>
        ))}
        <MoreButton pages={requests} />
      </Stack>
    </Card>
  );
}

interface Asked {
  request: AuthorizationRequest;
  ways: Way[];
}

/** Whoever copies a link for the same account again and again is told of the last one; the others are one press away. */
function Earlier({ asked, mayChange }: { asked: readonly Asked[]; mayChange: boolean }) {
  const { t } = useTranslation();
  return (
    <Box component="details" mt="xs">
      <Text component="summary" size="sm" style={{ cursor: 'pointer' }}>
        {t('requests.earlier', { count: asked.length })}
      </Text>
      <Stack gap="md" mt="sm">
        {asked.map((one) => (
          <Request key={one.request.id} {...one} mayChange={mayChange} />
        ))}
      </Stack>
    </Box>
  );
}

function Request({ request, ways, mayChange }: Asked & { mayChange: boolean }) {
  const { t } = useTranslation();
  const { status, items, closedAt, expiresAt } = request;
  const time = formatDate(status === 'open' || status === 'expired' ? expiresAt : (closedAt ?? expiresAt));
  return (
    <Stack gap={4} component="article" aria-label={t('requests.of', { time: formatDate(request.createdAt) })}>
      <Group justify="space-between" gap="xs">
        <Group gap="sm">
          {items.map(({ platform, handle, done }, index) => (
            <Group key={index} gap={4} wrap="nowrap">
              <PlatformIcon platform={platform} />
              <Text size="sm" fw={600} style={{ overflowWrap: 'anywhere' }}>
                {handle ? `@${handle.replace(/^@/, '')}` : t(`platform.${platform}`)}
              </Text>
              {done && items.length > 1 && (
                <Text size="sm" c="dimmed">
                  {t('requests.done')}
                </Text>
              )}
            </Group>
          ))}
        </Group>
        <Group gap="xs">
          <Badge variant="default" tt="none" size="lg">
            {t(`requests.status.${status}`, { time })}
          </Badge>
          {mayChange && status === 'open' && <WithdrawRequest id={request.id} createdAt={request.createdAt} />}
        </Group>
      </Group>
      <ul style={{ margin: 0, paddingInlineStart: 20 }}>
        {ways.map((way) => (
          <li key={way.key}>
            <WayText way={way} />
          </li>
        ))}
      </ul>
    </Stack>
  );
}

function WayText({ way: { mail, at, openedAt } }: { way: Way }) {
  const { t } = useTranslation();
  const statusText = useMailStatus();
  const linkNews = useLinkNews();
  const failed = mail?.status === 'FAILED';
  const news = linkNews({ openedAt, finishedAt: null });
  const status = mail ? statusText(mail) : t('mails.status.SENT');
  const handed =
    mail === null ? t('requests.copied', { time: formatDate(at) }) : t('links.last', { time: formatDate(at), status });
  const waits = !failed && news.length === 0 ? [t('requests.notOpened')] : [];
  return (
    <Text size="sm" c={failed ? 'var(--mantine-color-error)' : 'dimmed'}>
      {[handed, ...news, ...waits].join(' · ')}
    </Text>
  );
}

/** Those that asked for the same and came equally far, newest first. */
function groupsOf(asked: readonly Asked[]): [Asked, ...Asked[]][] {
  const groups = new Map<string, [Asked, ...Asked[]]>();
  for (const one of asked) {
    const { status, items } = one.request;
    const key = [status, ...items.map(({ platform, handle }) => `${platform} ${handle ?? ''}`).toSorted()].join('\n');
    const group = groups.get(key);
    if (group) group.push(one);
    else groups.set(key, [one]);
  }
  return [...groups.values()];
}

/** A link that was handed over, or a mail that was to carry one. */
interface Way {
  key: string;
  /** Null: a copied link. Undefined: a mail of which no more is known here than that it had one. */
  mail: Message | null | undefined;
  at: string;
  openedAt: string | null;
}

function waysOf({ id, links }: AuthorizationRequest, mails: readonly Message[]): Way[] {
  const known = mails.filter(({ authorizationRequestId }) => authorizationRequestId === id);
  const ways = [
    ...known.map((mail) => ({ key: mail.id, mail, at: mail.sentAt ?? mail.createdAt, openedAt: mail.linkOpenedAt })),
    ...links
      .filter(({ messageId }) => !known.some((mail) => mail.id === messageId))
      .map((link) => ({
        key: link.id,
        mail: link.delivery === 'copy' ? null : undefined,
        at: link.createdAt,
        openedAt: link.openedAt,
      })),
  ];
  return ways.toSorted((a, b) => b.at.localeCompare(a.at));
}
