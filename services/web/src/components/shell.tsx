import { Anchor, Box, Container, Group, Image, Text } from '@mantine/core';
import type { ReactNode } from 'react';
import { useTranslation } from 'react-i18next';

export function Shell({ children }: { children: ReactNode }) {
  const { t } = useTranslation();
  return (
    <Box mih="100vh">
      <Box component="header" py="md">
        <Container size="sm">
          <Anchor href="/" underline="never" c="inherit">
            <Group gap="xs">
              <Image src="/favicon.svg" alt="" w={28} h={28} />
              <Text fw={700}>{t('app.name')}</Text>
            </Group>
          </Anchor>
        </Container>
      </Box>
      <Container component="main" size="sm" pb="xl">
        {children}
      </Container>
    </Box>
  );
}
