import { Alert, Group, Text } from '@mantine/core';
import { IconBuildingStore } from '@tabler/icons-react';
import { useTranslation } from 'react-i18next';
import type { Collection } from '../../../api/types';
import { HelpLink } from '../../../components/help-link';
import { TextLink } from '../../../components/links';
import { marketplaceCauseOf, needsOwner } from '../../../domain/marketplace-cause';
import { useRole } from '../use-role';

/** Why the Creator Marketplace tells nothing of an account that is tracked from there, and who can change that. */
export function MarketplaceNote({ collection }: { collection: Collection }) {
  const { t } = useTranslation();
  const { isOwner } = useRole();
  const { lastError, marketplaceError } = collection;
  const beside = marketplaceCauseOf(lastError) === undefined;
  const cause = marketplaceCauseOf(lastError) ?? marketplaceCauseOf(marketplaceError);
  if (!cause) {
    return marketplaceError ? <Text size="sm">{t('facts.marketplace.silent')}</Text> : null;
  }
  return (
    <Alert
      role="status"
      // It settles by itself: the membership is being asked for.
      color={cause === 'not_a_member' ? 'yellow' : 'red'}
      icon={<IconBuildingStore aria-hidden />}
      title={t(beside ? 'facts.marketplace.beside' : 'facts.marketplace.alone')}
    >
      <Text size="sm">{t(`facts.marketplace.cause.${cause}`)}</Text>
      <Text size="sm">{t(`facts.marketplace.next.${cause}`)}</Text>
      <Group gap="md" mt={4}>
        {isOwner && needsOwner(cause) && (
          <TextLink to="/admin/settings" search={{ tab: 'marketplace' }} size="sm" underline="always">
            {t('facts.marketplace.toSettings')}
          </TextLink>
        )}
        <HelpLink topic="marketplace" />
      </Group>
    </Alert>
  );
}
