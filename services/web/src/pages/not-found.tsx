import { Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { TextLink } from '../components/links';
import { PageTitle } from '../components/page-title';

export function NotFound() {
  const { t } = useTranslation();
  return (
    <Stack gap="xs" align="flex-start">
      <PageTitle>{t('notFound.title')}</PageTitle>
      <Text>{t('notFound.text')}</Text>
      <TextLink to="/">{t('notFound.home')}</TextLink>
      <TextLink to="/help" search={{}}>
        {t('notFound.help')}
      </TextLink>
    </Stack>
  );
}
