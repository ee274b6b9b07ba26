import { Alert, Button, Group, List, Stack, Text } from '@mantine/core';
import { IconAlertTriangle } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import type { Attention } from '../../../api/admin-types';
import { answerOf, api } from '../../../api/client';
import { HelpLink } from '../../../components/help-link';
import { TextLink } from '../../../components/links';
import { PlatformIcon } from '../../../components/platform-icon';
import { useCauseText } from '../../../components/use-cause-text';
import { BulkLinks } from '../bulk/bulk-links';
import { LinkButtons } from '../links/link-buttons';
import { NoSender } from '../links/no-sender';

/** Red, and on top, while any account of the campaign needs its owner; gone by itself with the last repair. */
export function AttentionNotice({ campaignId, mayChange }: { campaignId: string; mayChange: boolean }) {
  const { t } = useTranslation();
  const [open, setOpen] = useState(false);
  const attention = useQuery({
    queryKey: ['admin', 'attention', campaignId],
    queryFn: () => answerOf(api.GET('/v1/campaigns/{id}/attention', { params: { path: { id: campaignId } } })),
    refetchInterval: 30_000,
  });
  const { accounts = 0, influencers = [] } = attention.data ?? {};
  return (
    <div role="status">
      {accounts > 0 && (
        <Alert
          color="red"
          icon={<IconAlertTriangle aria-hidden />}
          title={t('attention.title', { count: accounts })}
          aria-label={t('attention.label')}
        >
          <Stack gap="sm">
            <Text size="sm">{t('attention.text')}</Text>
            <HelpLink topic="attention" w="fit-content" />
            {mayChange && <NoSender />}
            <Group gap="xs">
              <Button size="xs" variant="default" aria-expanded={open} onClick={() => setOpen(!open)}>
                {t(open ? 'attention.hide' : 'attention.show')}
              </Button>
              {mayChange && (
                <BulkLinks people={influencers} mailLabel={t('attention.mailAll')} copyLabel={t('attention.copyAll')} />
              )}
            </Group>
            {open && <Affected influencers={influencers} mayChange={mayChange} />}
          </Stack>
        </Alert>
      )}
    </div>
  );
}

function Affected({ influencers, mayChange }: { influencers: Attention['influencers']; mayChange: boolean }) {
  const { t } = useTranslation();
  const causeText = useCauseText();
  return (
    <Stack component="ul" gap="sm" m={0} p={0}>
      {influencers.map((influencer) => (
        <Stack key={influencer.id} component="li" gap={4} style={{ listStyle: 'none' }}>
          <Group justify="space-between" gap="xs">
            <TextLink to="/admin/influencers/$id" params={{ id: influencer.id }} fw={600} underline="always">
              {influencer.name}
            </TextLink>
            {mayChange && (
              <LinkButtons
                influencerId={influencer.id}
                mailLabel={t('links.mailWhom', { name: influencer.name })}
                copyLabel={t('links.copyWhom', { name: influencer.name })}
              />
            )}
          </Group>
          <List size="sm" listStyleType="none" spacing={2}>
            {influencer.accounts.map(({ id, platform, handle, authState, cause }) => (
              <List.Item key={id} icon={<PlatformIcon platform={platform} size={16} />}>
                {`@${handle} – ${t(`state.${authState}`)}: ${causeText(cause)}`}
              </List.Item>
            ))}
          </List>
        </Stack>
      ))}
    </Stack>
  );
}
