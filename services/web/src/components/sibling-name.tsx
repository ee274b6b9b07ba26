import { Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import type { Sibling } from '../api/types';

export function SiblingName({ sibling: { handle, pageName } }: { sibling: Sibling }) {
  const { t } = useTranslation();
  return (
    <>
      <Text span fw={600} style={{ overflowWrap: 'anywhere' }}>
        {handle ? `@${handle}` : t('siblings.unnamed')}
      </Text>
      {pageName && (
        <Text span size="sm" c="dimmed" display="block">
          {t('transaction.page', { page: pageName })}
        </Text>
      )}
    </>
  );
}
