import { Button, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { PageTitle } from '../components/page-title';

/** Stands in for a page that failed while it was drawn or fetched. */
export function Crash() {
  const { t } = useTranslation();
  return (
    <Stack align="flex-start" role="alert">
      <PageTitle>{t('crash.title')}</PageTitle>
      <Text>{t('crash.text')}</Text>
      <Button onClick={() => window.location.reload()}>{t('crash.reload')}</Button>
    </Stack>
  );
}
