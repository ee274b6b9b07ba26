import { Alert, Button, List, Text } from '@mantine/core';
import { IconInfoCircle } from '@tabler/icons-react';
import { useState } from 'react';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../../../../components/links';
import { formatDate } from '../../../../i18n';
import type { Missing } from './report-types';

/** More than these hide the report. */
const shownAtFirst = 8;

/** What the figures lack, each with its reason: nobody should take a gap for a bad result. */
export function MissingNotice({ missing }: { missing: readonly Missing[] }) {
  const { t } = useTranslation();
  const [all, setAll] = useState(false);
  if (missing.length === 0) return null;
  return (
    <Alert color="orange" icon={<IconInfoCircle aria-hidden />} title={t('report.missing', { count: missing.length })}>
      <List size="sm">
        {(all ? missing : missing.slice(0, shownAtFirst)).map(
          ({ influencerId, influencerName, account, reason, since }) => (
            <List.Item key={`${influencerId} ${account?.id ?? ''}`}>
              <TextLink to="/admin/influencers/$id" params={{ id: influencerId }} underline="always" size="sm">
                {influencerName}
              </TextLink>
              {account && `, @${account.handle} (${t(`platform.${account.platform}`)})`}
              {': '}
              {t(`report.reason.${reason}`)}
              {since && (
                <Text span size="xs" c="dimmed">
                  {` · ${t('report.since', { time: formatDate(since) })}`}
                </Text>
              )}
            </List.Item>
          ),
        )}
      </List>
      {missing.length > shownAtFirst && (
        <Button size="xs" variant="default" mt="xs" aria-expanded={all} onClick={() => setAll(!all)}>
          {t(all ? 'report.showFewer' : 'report.showAll', { count: missing.length })}
        </Button>
      )}
    </Alert>
  );
}
