import { Group, Stack, Text } from '@mantine/core';
import { useTranslation } from 'react-i18next';
import { ButtonLink } from '../components/links';
import { PageTitle } from '../components/page-title';

export default function Welcome() {
  const { t } = useTranslation();
  return (
    <Stack gap="lg" mt="xl">
      <PageTitle>{t('welcome.title')}</PageTitle>
      <Text size="lg">{t('welcome.text')}</Text>
      <Group>
        <ButtonLink to="/sign-in" search={{}} size="md">
          {t('welcome.creator')}
        </ButtonLink>
        <ButtonLink to="/sign-in" search={{ for: 'admin' }} size="md" variant="default">
          {t('welcome.admin')}
        </ButtonLink>
      </Group>
    </Stack>
  );
}
