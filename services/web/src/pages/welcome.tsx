import { Button, Group, Stack, Text, Title } from '@mantine/core';
import { useTranslation } from 'react-i18next';

export default function Welcome() {
  const { t } = useTranslation();
  return (
    <Stack gap="md" mt="xl">
      <Title order={1}>{t('welcome.title')}</Title>
      <Text size="lg">{t('welcome.text')}</Text>
      <Group>
        <Button component="a" href="/sign-in" size="md">
          {t('welcome.creator')}
        </Button>
        <Button component="a" href="/sign-in?for=admin" size="md" variant="default">
          {t('welcome.admin')}
        </Button>
      </Group>
    </Stack>
  );
}
