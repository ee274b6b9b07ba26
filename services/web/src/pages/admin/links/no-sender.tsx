import { Alert, Group, Text } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useTranslation } from 'react-i18next';
import { HelpLink } from '../../../components/help-link';
import { TextLink } from '../../../components/links';
import { outboundEmailQuery } from '../outbound-email-query';

const id = 'no-sender';

/** What a button that sends mails needs: whether it may, and where the reason stands if not. */
export function useSender() {
  const { data } = useQuery(outboundEmailQuery);
  const isMissing = data !== undefined && data.status !== 'VERIFIED';
  return isMissing ? { disabled: true, 'aria-describedby': id } : { disabled: data === undefined };
}

/** Once on a page with such buttons: why they are off, and where that is changed. */
export function NoSender() {
  const { t } = useTranslation();
  const { data } = useQuery(outboundEmailQuery);
  if (data === undefined || data.status === 'VERIFIED') return null;
  return (
    <Alert id={id} color="yellow" title={t('links.noSender')}>
      <Text size="sm">{t('links.noSenderText')}</Text>
      <Group gap="md">
        <TextLink to="/admin/settings" search={{ tab: 'company' }} size="sm" underline="always">
          {t('links.toSender')}
        </TextLink>
        <HelpLink topic="outbound-email" />
      </Group>
    </Alert>
  );
}
